#!/bin/sh
# Requests per second of the listener with its whole work, beside a bare Node server that only
# parses and beside nginx that only answers; same machine, same run, in turns.
#
#   Tests/Benchmarks/listener.sh [BINARY]      .build/release/callboard unless told
#
# Needs wrk, node and nginx. SECONDS_EACH (5), ROUNDS (3), CONNECTIONS (64), THREADS (1), CALLS
# (1000 per thread) change the load. Prints the median of the rounds.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
binary=${1:-.build/release/callboard}
seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-3} connections=${CONNECTIONS:-64}
threads=${THREADS:-1} calls=${CALLS:-1000}
work=$(mktemp -d)
pids=
stop() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => {
    console.log(s.address().port); s.close() })'
}
callboard=$(free_port) node=$(free_port) nginx=$(free_port)

"$binary" serve --port "$callboard" --ephemeral >"$work/callboard.log" 2>&1 &
pids="$pids $!"
node "$here/node-server.mjs" "$node" >"$work/node.log" 2>&1 &
pids="$pids $!"
cat >"$work/nginx.conf" <<CONF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 1000000000; client_body_temp_path $work/body;
  server { listen 127.0.0.1:$nginx; location / { return 200; } }
}
CONF
nginx -e "$work/nginx.log" -c "$work/nginx.conf" -p "$work" &
pids="$pids $!"

for port in $callboard $node $nginx; do
  tries=0
  until curl -s -o "$work/answer" "http://127.0.0.1:$port/healthz?CallSid=x"; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo "nothing answers on port $port" >&2; cat "$work"/*.log >&2; exit 1; }
    sleep 0.1
  done
done

for round in $(seq "$rounds"); do
  for kind in get json; do
    for server in callboard node nginx; do
      eval "port=\$$server"
      wrk -t"$threads" -c"$connections" -d"${seconds}s" --latency -s "$here/callbacks.lua" \
        "http://127.0.0.1:$port" -- $kind "$calls" >"$work/wrk.log"
      if grep -q 'Non-2xx\|Socket errors' "$work/wrk.log"; then
        echo "$server did not take every $kind:" >&2
        cat "$work/wrk.log" >&2
      fi
      awk '/Requests\/sec/ { print $2 }' "$work/wrk.log" >>"$work/$kind.$server"
      awk '$1 == "99%" { print $2 }' "$work/wrk.log" >>"$work/$kind.$server.p99"
    done
  done
done

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
echo "$connections connections, $rounds rounds of ${seconds}s, $(nproc) cores, node $(node -v)"
for kind in get json; do
  base=$(median "$work/$kind.node")
  for server in callboard node nginx; do
    rate=$(median "$work/$kind.$server")
    p99=$(tail -1 "$work/$kind.$server.p99")
    echo "$kind $server $rate $base $p99" |
      awk '{ printf "%-5s %-10s %8.0f requests/s  %5.2f x node  p99 %s\n", $1, $2, $3, $3 / $4, $5 }'
  done
done
