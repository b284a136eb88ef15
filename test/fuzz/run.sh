#!/usr/bin/env bash
# Runs each fuzz target that is built: `run.sh [SECONDS] [BUILD_FOLDER] [SEED]`, 60 seconds,
# build/dev and a seed of chance unless told; the tests give one, so that what they find is found
# again from a clean checkout, and `./dev fuzz` looks further. New inputs are kept in
# BUILD_FOLDER/fuzz/corpus, findings in BUILD_FOLDER/fuzz/found; the seeds here are only read. Ends
# with 1 if there is a finding, with 2 if nothing is built.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
build=${2:-build/dev}
seed=${3:-0} # for libFuzzer: 0 is chance
targets=("$build"/test/fuzz/*_fuzz)
if [ ! -x "${targets[0]}" ]; then
    echo "no fuzz target in $build: ./dev build dev" >&2
    exit 2
fi

found=0
for target in "${targets[@]}"; do
    name=$(basename "$target" _fuzz)
    kept=$build/fuzz/corpus/$name
    mkdir -p "$kept" "$build/fuzz/found"
    report=$build/fuzz/$name.log
    if "$target" -seed="$seed" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/found/$name-" "$kept" "test/fuzz/corpus/$name" \
        >"$report" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$report")
        echo "$name: $runs runs, nothing found"
    else
        found=1
        echo "$name: a finding, see $report" >&2
        tail -n 20 "$report" >&2
    fi
done
exit $found
