# SPDX-License-Identifier: MIT
"""The calls that the processes of one command made, as the fault layer counts them (NADIR_FAULT_COUNTS)."""
import shutil
import struct

ROW = struct.Struct('=56sq')  # struct fault_count of fault.h


class Processes:
    """The counts of the processes of one command, each a dictionary; `folder` is removed."""

    def __init__(self, folder):
        self.all = []
        for path in sorted(folder.iterdir()):
            rows = [ROW.unpack_from(path.read_bytes(), at) for at in range(0, path.stat().st_size, ROW.size)]
            self.all.append({name.rstrip(b'\0').decode(): value for name, value in rows})
        shutil.rmtree(folder)

    def worker(self):
        """That which did the command's work."""
        return max(self.all, key=lambda counts: counts['clEnqueueNDRangeKernel'])

    def injected(self):
        return sum(counts['injected'] for counts in self.all)
