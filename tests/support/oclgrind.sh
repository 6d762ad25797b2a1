#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test under oclgrind and fails if it reports anything: oclgrind itself exits with the test's status. What kernels did
# wrong is in its log, OpenCL calls that returned an error are on the standard error.
# Kernels are compiled without optimisation and prefetches: oclgrind 21.10 does not know some of the intrinsics that LLVM 14
# makes, and crashes on others. OCLGRIND_OPTIONS holds more options, separated by spaces.
# usage: oclgrind.sh COMMAND [ARGUMENT...]
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# shellcheck disable=SC2086 # a list of words
oclgrind --check-api --data-races ${OCLGRIND_OPTIONS:-} --build-options '-cl-opt-disable -DND_NO_PREFETCH' --max-errors 20 \
    --log "$folder/log" "$@" 2>"$folder/errors"
status=$?
cat "$folder/errors" >&2
if [ -s "$folder/log" ] || grep -q 'OpenCL runtime error detected' "$folder/errors"; then
    echo 'FAILED: oclgrind reports:'
    head -n 200 "$folder/log"
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
