#!/bin/sh
# Write the locked dependency lists anew. Each pins every package with its hashes; none names an index.
set -eu
cd "$(dirname "$0")/.."
lock() { .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate "$@"; }
lock pyproject.toml -o requirements/run.txt
lock pyproject.toml --group dev -o requirements/test.txt
lock pyproject.toml --extra saml --group dev --group journeys -o requirements/journeys.txt
lock pyproject.toml --group dev --group bench -o requirements/bench.txt
printf 'uv==0.13.9\n' | lock - -o requirements/uv.txt
