#!/usr/bin/env bash
# clang-tidy on what has changed: `tools/clang_tidy.sh [FILE…]`. Without files it takes the C++ that
# differs from where this branch left origin/main, or from the last commit but one if there is no
# such branch, and what is not committed yet. A changed header is checked with the source of its
# name, or, if it has none, with one source that includes it. Needs build/dev.
set -euo pipefail
cd "$(dirname "$0")/.."

commands=build/dev/compile_commands.json
if [ ! -f $commands ]; then
    echo "no $commands: run ./dev build dev" >&2
    exit 2
fi

changed_files() {
    local from
    from=$(git merge-base origin/main HEAD 2>/dev/null || git rev-parse -q --verify HEAD~1) || from=HEAD
    [ "$from" != "$(git rev-parse HEAD)" ] || from=$(git rev-parse -q --verify HEAD~1 || echo HEAD)
    {
        git diff --name-only --diff-filter=d "$from" -- '*.cpp' '*.h'
        git ls-files --others --exclude-standard -- '*.cpp' '*.h'
    } | sort -u
}

# The source to compile for a changed file; nothing for one that no build compiles.
source_of() {
    local file=$1 source=${1%.h}.cpp
    if [[ $file != *.h ]]; then
        echo "$file"
    elif [ -f "$source" ]; then
        echo "$source"
    else
        git grep -l --untracked "^#include \"${file#src/}\"" -- '*.cpp' | head -n 1 || true
    fi
}

sources=()
while read -r file; do
    [[ $file != tools/tidy_examples/* ]] || continue
    source=$(source_of "$file")
    # Fuzz targets and benchmarks belong to other builds.
    if [ -n "$source" ] && grep -qF "\"$PWD/$source\"" $commands; then sources+=("$source"); fi
done < <(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else changed_files; fi)

if [ ${#sources[@]} = 0 ]; then
    echo "clang-tidy: nothing has changed"
    exit 0
fi
mapfile -t sources < <(printf '%s\n' "${sources[@]}" | sort -u)
echo "clang-tidy: ${#sources[@]} files"
# The commands are g++'s; clang does not know each of its options.
printf '%s\0' "${sources[@]}" |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy-16 -p build/dev --quiet \
        --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-unused-command-line-argument \
        2> >(grep -vE '^[0-9]+ warnings? (and [0-9]+ errors? )?generated' >&2)
