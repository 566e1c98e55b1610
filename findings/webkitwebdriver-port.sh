#!/usr/bin/env bash
# Seen on 2026-11-29 with WebKitWebDriver of WebKitGTK 2.50.6 (Debian 12): asked for port 0 it listens at a free port, as
# other drivers do, but prints nothing, so that nobody can know where. Needs Debian's webkit2gtk-driver and iproute2.
set -euo pipefail
command -v WebKitWebDriver > /dev/null || apt-get install -y -qq --no-install-recommends webkit2gtk-driver
dpkg-query --show webkit2gtk-driver
said=$(mktemp); trap 'kill "$driver" 2> /dev/null || true; rm -f "$said"' EXIT
WebKitWebDriver --port=0 > "$said" 2>&1 & driver=$!
port=
for _ in $(seq 50); do
    port=$(ss --listening --tcp --numeric --processes | sed -n "s/.*127.0.0.1:\([0-9]*\).*pid=$driver,.*/\1/p")
    [ -n "$port" ] && break
    sleep 0.1
done
echo "it listens at port $port"
curl --silent "http://127.0.0.1:$port/status"; echo
echo "it said: '$(cat "$said")'"
[ -n "$port" ] || { echo "CHANGED: it does not listen"; exit 1; }
[ ! -s "$said" ] || { echo "CHANGED: it says something"; exit 1; }
echo "AS SEEN: it listens at $port and does not say so."
