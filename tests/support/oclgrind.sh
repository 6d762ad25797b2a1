#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test under oclgrind and fails if it reports anything: oclgrind itself exits with the test's status. What kernels did
# wrong is in its log, OpenCL calls that returned an error are on the standard error.
# usage: oclgrind.sh COMMAND [ARGUMENT...]
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
oclgrind --check-api --data-races --uninitialized --max-errors 20 --log "$folder/log" "$@" 2>"$folder/errors"
status=$?
cat "$folder/errors" >&2
if [ -s "$folder/log" ] || grep -q 'OpenCL runtime error detected' "$folder/errors"; then
    echo 'FAILED: oclgrind reports:'
    head -n 200 "$folder/log"
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
