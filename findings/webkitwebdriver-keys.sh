#!/usr/bin/env bash
# Seen on 2026-11-29 with WebKitWebDriver and MiniBrowser of WebKitGTK 2.50.6 (Debian 12), by 'Element Send Keys':
# a line feed in the text is left out, so that two lines in a text area become one; and an empty text is refused as one
# that is missing. chromedriver and geckodriver type the line feed, and take the empty text for nothing to type.
# Needs Debian's webkit2gtk-driver, libwebkit2gtk-4.1-0, xvfb and curl.
set -euo pipefail
need() { command -v "$1" > /dev/null || apt-get install -y -qq --no-install-recommends "$2"; }
need WebKitWebDriver webkit2gtk-driver; need Xvfb xvfb; need curl curl
browser=$(ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser)
dpkg-query --show webkit2gtk-driver
folder=$(mktemp -d); screen= driver=
trap 'kill $driver $screen 2> /dev/null || true; rm -rf "$folder"' EXIT
Xvfb -displayfd 1 -nolisten tcp > "$folder/screen" 2> /dev/null & screen=$!
for _ in $(seq 50); do [ -s "$folder/screen" ] && break; sleep 0.1; done
export DISPLAY=":$(cat "$folder/screen")" HOME="$folder" GDK_BACKEND=x11 NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1 WEBKIT_DISABLE_COMPOSITING_MODE=1
port=28317
WebKitWebDriver --port=$port > /dev/null 2>&1 & driver=$!
for _ in $(seq 50); do curl --silent "http://127.0.0.1:$port/status" > /dev/null && break; sleep 0.1; done
call() { curl --silent --request "$1" "http://127.0.0.1:$port$2" ${3:+--data "$3"}; }
value() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
options="{ \"binary\": \"$browser\", \"args\": [\"--automation\"] }"
session=$(call POST /session "{ \"capabilities\": { \"alwaysMatch\": { \"webkitgtk:browserOptions\": $options } } }" | value sessionId)
call POST "/session/$session/url" '{ "url": "data:text/html,<textarea></textarea>" }' > /dev/null
area=$(call POST "/session/$session/element" '{ "using": "css selector", "value": "textarea" }' | value element-6066-11e4-a52e-4f735466cecf)
call POST "/session/$session/element/$area/value" '{ "text": "one\ntwo" }' > /dev/null
typed=$(call POST "/session/$session/execute/sync" '{ "script": "return document.querySelector(\"textarea\").value", "args": [] }')
empty=$(call POST "/session/$session/element/$area/value" '{ "text": "" }')
call DELETE "/session/$session" > /dev/null
echo "typed 'one\\ntwo', the field has: $typed"
echo "typed '', the driver says:       $empty"
[ "$typed" = '{"value":"onetwo"}' ] || { echo "CHANGED: the line feed"; exit 1; }
grep -q 'Missing text parameter' <<< "$empty" || { echo "CHANGED: the empty text"; exit 1; }
echo "AS SEEN: the line feed is left out, and an empty text is refused."
