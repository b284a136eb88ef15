#!/usr/bin/env bash
# A PostgreSQL of the tests' own: `up DIR` starts it on a socket in DIR, `down DIR` ends it. Prints
# nothing but errors. Run as root it drops to the postgres user, because the server refuses root.
set -euo pipefail
action=$1
folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as=()
if [ "$(id -u)" = 0 ]; then as=(runuser -u postgres --); fi

end_server() {
    if [ -f "$folder/data/postmaster.pid" ]; then
        "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true
    fi
    rm -rf "$folder"
}

case $action in
up)
    end_server
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$folder"
        # Every folder above must let that user through.
        path=$folder
        while [ "$path" != / ]; do
            "${as[@]}" test -x "$path" || chmod o+x "$path"
            path=$(dirname "$path")
        done
    fi
    "${as[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C \
        >"$folder.log" 2>&1
    cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
shared_buffers = 128MB
CONF
    "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null
    ;;
down)
    end_server
    ;;
esac
