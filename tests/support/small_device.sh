#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs tests under oclgrind as a device that is small: `--max-wgsize`, `--local-mem-size`. With --may-refuse a test may also fail,
# provided that all its failures say that the device has too little local memory, and that there is at least one.
# usage: small_device.sh OCLGRIND_OPTIONS [--may-refuse] TEST...
set -u
folder=$(dirname "$0")
OCLGRIND_OPTIONS=$1
shift
refuse=false
if [ "$1" = --may-refuse ]; then
    refuse=true
    shift
fi
unset NADIR_DEVICE # oclgrind's is the only one
export OCLGRIND_OPTIONS NADIR_TEST_SMALL=1
messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
failed=0
for program in "$@"; do
    "$folder/oclgrind.sh" "$program" >"$messages" 2>&1
    status=$?
    if [ "$refuse" = true ] && [ "$status" = 1 ]; then
        refusals=$(grep -c ':F:.*NADIR_ERROR_UNSUPPORTED: .* needs .* of local memory, but ' "$messages")
        [ "$refusals" -gt 0 ] && [ "$refusals" = "$(grep -cE ':[FE]:' "$messages")" ] &&
            ! grep -q 'oclgrind has findings' "$messages" && status=0
        echo "$(basename "$program"): $refusals refusals"
    elif [ "$refuse" = true ] && [ "$status" = 0 ]; then
        echo "$(basename "$program"): nothing was refused"
        status=1
    fi
    grep '^[0-9]*%: Checks' "$messages" || status=1
    [ "$status" = 0 ] && continue
    echo "FAILED: $(basename "$program") with $OCLGRIND_OPTIONS"
    cat "$messages"
    failed=1
done
exit "$failed"
