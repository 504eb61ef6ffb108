"""How the bench asks a peer.

It starts a peer once, lets it load, then asks for runs by lines on its standard input, so that
loading is never timed and all programs take turns.
"""

import sys
import time


def _memory(key):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(key + ":"):
                return int(line.split()[1]) / 1024
    return 0.0


def serve(prepare):
    """Answers the bench: `run` with seconds and megabytes beyond what was loaded, `answer FILE`.

    `prepare()` loads and gives a function without arguments that does the timed work, and one that
    turns its result into the arrays that are written one after the other.
    """
    run, answer = prepare()
    print("ready", flush=True)
    result = None
    for line in sys.stdin:
        words = line.split()
        if words[0] == "run":
            result = None
            with open("/proc/self/clear_refs", "w") as file:
                file.write("5")
            before = _memory("VmRSS")
            start = time.perf_counter()
            result = run()
            seconds = time.perf_counter() - start
            print(seconds, _memory("VmHWM") - before, flush=True)
        else:
            with open(words[1], "wb") as file:
                for column in answer(result):
                    column.tofile(file)
            print("written", flush=True)
