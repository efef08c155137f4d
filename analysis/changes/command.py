"""What changed each time that other figures came into use? One small file a step, kept beside what is loaded.

python -m analysis changes      prints every step, the newest first
"""

from __future__ import annotations

from data.updates.history import steps


def main() -> int:
    """Print every step: its sentence, its states and its sources."""
    from analysis.changes import sentences

    print("\n".join(sentences.told(steps())))
    return 0
