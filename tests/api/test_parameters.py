"""The API keeps to its OpenAPI document: Schemathesis calls every address with right and wrong parameters."""

from collections import Counter

import pytest
import schemathesis
from schemathesis.config import GenerationConfig, PhasesConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.engine import events, from_schema

from analysis.api import parameters
from data.build import build
from tests.support.over_http import fresh

# Queries with short answers that have every kind of parameter: these are tried with every value at its bounds and
# beyond, and with every method. All queries are tried with a few right and wrong examples.
KINDS = ("county.ranks", "pathways.reached", "district.one", "access.two_step", "cliff.total", "table")


def run(phases, *names):
    """What Schemathesis objects to, the number of responses by status, and the operations that it tried."""
    few = GenerationConfig(max_examples=2, deterministic=True)
    project = ProjectConfig(generation=few, phases=phases)
    config = SchemathesisConfig(projects=ProjectsConfig(default=project))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", fresh(), config=config)
    schema = schema.include(operation_id=list(names)) if names else schema
    wrong, statuses, labels = [], Counter(), set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            wrong.append(str(event))
        if isinstance(event, events.SchemaAnalysisWarnings):
            wrong += event.warnings
        if isinstance(event, events.ScenarioFinished):
            labels.add(event.recorder.label)
            checks = [check for some in event.recorder.checks.values() for check in some]
            wrong += [(event.recorder.label, check.name) for check in checks if check.status.value != "success"]
            answers = [one.response for one in event.recorder.interactions.values()]
            statuses.update(answer.status_code if answer else "none" for answer in answers)
    return wrong, statuses, labels


@pytest.fixture(autouse=True)
def _often(monkeypatch):
    build.ensure()
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")


def phases(**enabled):
    config = PhasesConfig()
    for name in ("examples", "coverage", "fuzzing", "stateful"):
        getattr(config, name).enabled = enabled.get(name, False)
    return config


def test_every_address_keeps_to_its_description():
    wrong, statuses, labels = run(phases(examples=True, fuzzing=True))
    assert not wrong
    assert len(labels) == len(parameters.names()) + 1
    assert statuses[200] >= len(parameters.names())
    assert statuses[422] >= len(parameters.names()) / 2
    assert not set(statuses) - {200, 404, 422}


def test_every_kind_of_parameter_is_held_to_its_bounds_and_only_reading_is_possible():
    wrong, statuses, _ = run(phases(coverage=True), *KINDS)
    assert not wrong
    assert not set(statuses) - {200, 204, 404, 405, 422}
    assert min(statuses[200], statuses[405], statuses[422]) >= len(KINDS)
