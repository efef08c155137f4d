"""The API as a server of its own, without the dashboard: python -m analysis.api --port 8600."""

import argparse

import uvicorn

from analysis.api import app


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="python -m analysis.api")
    parser.add_argument("--port", type=int, default=8600)
    parser.add_argument("--host", default="127.0.0.1")
    arguments = parser.parse_args()
    uvicorn.run(app.alone(), host=arguments.host, port=arguments.port, proxy_headers=False, server_header=False)


if __name__ == "__main__":
    main()
