#!/usr/bin/env python3
"""The identity benchmark: permissions and trees in a bank of 5,000 units and 50,000 people.

Prints each figure with its limit and ends with 1 if one misses.
"""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent
WORK = ROOT / "build" / "bench-work" / "identity"

# At most, but for the first two, which are the size of the bank.
LIMITS = {
    "permission that is held": 5,
    "permission that is missing": 5,
    "subtree of a branch": 10,
}
AT_LEAST = {"units": 5000, "people": 50_000}


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    program = ROOT / "build" / "release" / "bench" / "bench_identity"
    output = subprocess.run([program, WORK], check=True, capture_output=True, text=True).stdout
    shutil.rmtree(WORK, ignore_errors=True)
    good = True
    for line in output.splitlines():
        name, value, unit = line.split("\t")
        limit, floor = LIMITS.get(name), AT_LEAST.get(name)
        is_good = (limit is None or float(value) <= limit) and (floor is None or float(value) >= floor)
        good = good and is_good
        wanted = f"<= {limit}" if limit else f">= {floor}" if floor else ""
        print(f"{'ok  ' if is_good else 'MISS'} {name:<44} {float(value):>12,.2f} {unit:<4} {wanted}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
