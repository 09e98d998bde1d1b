#compdef callboard

__callboard_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__callboard_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __callboard_complete "${completions[@]:0:-1}"
    fi
}

__callboard_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_callboard() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'watch:Listen for callbacks and show the board (the default).'
            'serve:Listen for callbacks without a screen.'
            'demo:Show the board, live, fed by simulated calls.'
            'simulate:Send the callbacks of simulated calls to a URL.'
            'emulate:Be an Exotel to develop against.'
            'replay:Play a recording onto a board, or send it to a URL.'
            'check:Explain a callback or a recording, and what is odd about it.'
            'attach:Show the board of a listener elsewhere, live.'
            'agent:Show one agent, large: who rings, since when, on which line.'
            'calls:List the calls of a running listener.'
            'agents:List the agents of a running listener.'
            'summary:Print the figures of a running listener.'
            'call:Print one call of a running listener.'
            'history:List past calls from the journal.'
            'report:Print a day from the journal: by hour, agent and line.'
            'journal:Look after the journal.'
            'config:Print the configuration that is in effect, and where each value is from.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        watch|serve|demo|simulate|emulate|replay|check|attach|agent|calls|agents|summary|call|history|report|journal|config|help)
            "_callboard_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_callboard_watch() {
    local -i ret=1
    local -ar ___durability=('sync' 'os' 'none')
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        '--port[The port to listen on. (default\: 8080)]:number:'
        '--bind[The address to listen on.]:address:'
        '*--host[Another name by which a listener without a token may be read. Can be given several times.]:name:'
        '--key[The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.]:secret:'
        '--token[The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.]:secret:'
        '--record[Write each request to this new file as well, one line of JSON each, as the journal has it.]:file:'
        '--forward[Send each accepted callback on to this URL, as it came; again where it is not taken.]:url:'
        '--connections-per-address[The most connections of one address at a time; 0 for no bound, behind a proxy that has one. (default\: 512)]:number:'
        '--max-body[The most bytes of a request'\''s body; heartbeats of many lines are large (default\: 64KiB).]:size:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--durability[When a callback is answered\: once it is on the disk (sync), once the system has it (os\: lost where the machine stops), or at once (none\: lost where callboard stops).]:sync|os|none:{__callboard_complete "${___durability[@]}"}'
        '--window[So far back the board is restored at the start, and ended calls stay on it (default\: 24h).]:time:'
        '--keep[Remove days of the journal older than that, as 30d (default\: keep all).]:time:'
        '--keep-size[Remove the oldest days while the journal is larger, as 5GB (default\: keep all).]:size:'
        '--ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--no-ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_serve() {
    local -i ret=1
    local -ar ___durability=('sync' 'os' 'none')
    local -ar arg_specs=(
        '--port[The port to listen on. (default\: 8080)]:number:'
        '--bind[The address to listen on.]:address:'
        '*--host[Another name by which a listener without a token may be read. Can be given several times.]:name:'
        '--key[The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.]:secret:'
        '--token[The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.]:secret:'
        '--record[Write each request to this new file as well, one line of JSON each, as the journal has it.]:file:'
        '--forward[Send each accepted callback on to this URL, as it came; again where it is not taken.]:url:'
        '--connections-per-address[The most connections of one address at a time; 0 for no bound, behind a proxy that has one. (default\: 512)]:number:'
        '--max-body[The most bytes of a request'\''s body; heartbeats of many lines are large (default\: 64KiB).]:size:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--durability[When a callback is answered\: once it is on the disk (sync), once the system has it (os\: lost where the machine stops), or at once (none\: lost where callboard stops).]:sync|os|none:{__callboard_complete "${___durability[@]}"}'
        '--window[So far back the board is restored at the start, and ended calls stay on it (default\: 24h).]:time:'
        '--keep[Remove days of the journal older than that, as 30d (default\: keep all).]:time:'
        '--keep-size[Remove the oldest days while the journal is larger, as 5GB (default\: keep all).]:size:'
        '--ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--no-ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_demo() {
    local -i ret=1
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        '--rate[Calls a minute. (default\: 5)]:number:'
        '--seed[The same seed gives the same calls. (default\: 1)]:number:'
        '--record[Write each callback to this new file as well.]:file:'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--picture[Write a picture (SVG) of the board to this file instead, and exit.]:file:'
        '--after[How far into the demo the picture is taken. (default\: 120)]:seconds:'
        '--keys[Keys that are pressed before it, by their names, as '\''j Enter Tab'\''.]:keys:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_simulate() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        '--to[Where callbacks go, as http\://127.0.0.1\:8080/exotel.]:url:'
        '--key[The secret that is sent along as ?key=…. Better set CALLBOARD_KEY.]:secret:'
        '--speed[Multiply the speed of everything by this factor.]:factor:'
        '--calls[How many calls in all, instead of the scenario'\''s; it says so where its day ends before.]:number:'
        '--rate[Calls a minute, instead of the scenario'\''s rate.]:number:'
        '--seed[The same seed gives the same calls (default\: another one each time).]:number:'
        '--encoding[How StatusCallbacks come\: json, form, multipart or mixed, instead of the scenario'\''s.]:encoding:'
        '--duplicate[The share of callbacks that come twice.]:per cent:'
        '--drop[The share of callbacks that get lost for good.]:per cent:'
        '--reorder[Callbacks that tell their time overtake each other by up to 8 s.]'
        '--late[One in twenty callbacks that tell their time comes so late, or half of that.]:time:'
        '--odd-values[Values are spelled as oddly as they really come; they say the same.]'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--record[Write the callbacks into this new file at once, as a recording, instead of sending them.]:file:'
        '--truth[Write what really became of each call into this file\: a line of JSON each.]:file:'
        '--list[List the scenarios.]'
        '--explain[Print what happens in the scenario, as ladders.]'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_emulate() {
    local -i ret=1
    local -ar arg_specs=(
        '--port[The port to listen on. (default\: 8090)]:number:'
        '--bind[The address to listen on.]:address:'
        '--account[The account'\''s sid, as it stands in paths.]:sid:'
        '--api-key[The API key\: the user of HTTP Basic.]:text:'
        '--api-token[The API token\: the password of HTTP Basic.]:secret:'
        ':scenario:'
        '--agent-passthrough[Play the scenario'\''s calls that come in or are placed elsewhere (default\: busy-day), and tell this URL of them.]:url:'
        '--rate[Incoming calls a minute, instead of the scenario'\''s rate.]:number:'
        '--speed[Multiply the speed of everything by this factor.]:factor:'
        '--seed[The same seed and requests give the same calls. Another one each time, if not given.]:number:'
        '--quiet[Print nothing of requests and callbacks.]'
        '--numbers[List the numbers that tell what happens, and exit.]'
        '--zone[The zone of the Exotel account.]:name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_replay() {
    local -i ret=1
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        '*:file:'
        '--speed[How many times as fast as it was, as 10 or 0.5, or max (default\: 1; max without a terminal).]:number|max:'
        '--step[Begin standing still\: n is the next callback, Space plays.]'
        '--at[Begin at this time of the recording\: 14\:03, 14\:03\:22, '\''2026-11-20 14\:03'\'', +5m.]:time:'
        '--skip-gaps[Leave out what is silent for more than a minute, but for its ends.]'
        '--to[Where callbacks go, as http\://127.0.0.1\:8080/exotel.]:url:'
        '--key[The secret that is sent along as ?key=…. Better set CALLBOARD_KEY.]:secret:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_check() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--call[Of a recording only the call whose sid begins so, each of its callbacks in full.]:sid:'
        '--json[Print JSON.]'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_attach() {
    local -i ret=1
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        ':url:'
        '--window[So far back calls that have ended are fetched, up to 7d; figures count no others (default\: 24h).]:time:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_agent() {
    local -i ret=1
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        ':agent:'
        '--url[The listener that is asked (default\: that of this machine).]:url:'
        '--once[Print who rings in one line, and exit.]'
        '--follow[Print a line for each change.]'
        '--window[So far back calls that have ended are fetched, up to 7d; figures count no others (default\: 24h).]:time:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_calls() {
    local -i ret=1
    local -ar ___state=('live' 'ended' 'all')
    local -ar arg_specs=(
        '--state[Which calls.]:live|ended|all:{__callboard_complete "${___state[@]}"}'
        '--filter[Only calls that match, as '\''team\:sales talk>5m -asha'\'' (see Assets/Guide/Reference.md).]:filter:'
        '--limit[How many at most, up to 1000. (default\: 100)]:number:'
        '--url[The listener that is asked (default\: that of this machine).]:url:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--json[Print JSON, as the listener tells it.]'
        '--csv[Print CSV.]'
        '--watch[Ask again after this many seconds, until Ctrl-C.]:seconds:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_agents() {
    local -i ret=1
    local -ar arg_specs=(
        '--url[The listener that is asked (default\: that of this machine).]:url:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--json[Print JSON, as the listener tells it.]'
        '--csv[Print CSV.]'
        '--watch[Ask again after this many seconds, until Ctrl-C.]:seconds:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_summary() {
    local -i ret=1
    local -ar arg_specs=(
        '--url[The listener that is asked (default\: that of this machine).]:url:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--json[Print JSON, as the listener tells it.]'
        '--csv[Print CSV.]'
        '--watch[Ask again after this many seconds, until Ctrl-C.]:seconds:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_call() {
    local -i ret=1
    local -ar arg_specs=(
        ':sid:'
        '--url[The listener that is asked (default\: that of this machine).]:url:'
        '--token-file[The file in which the listener'\''s token is. Or set CALLBOARD_TOKEN.]:file:'
        '--json[Print JSON, as the listener tells it.]'
        '--csv[Print CSV.]'
        '--watch[Ask again after this many seconds, until Ctrl-C.]:seconds:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_history() {
    local -i ret=1
    local -ar ___outcome=('completed' 'missed' 'abandoned' 'busy' 'failed' 'voicemail' 'ivr' 'agent-missed' 'unknown')
    local -ar ___format=('table' 'csv' 'json')
    local -ar arg_specs=(
        '--since[From when on\: 7d, 12h (ago), 2026-11-20, '\''2026-11-20 14\:30'\'', today, yesterday.]:time:'
        '--until[Until when, in the same forms (default\: now).]:time:'
        '--number[Only calls in which this number has a part, in any spelling.]:number:'
        '--agent[Only calls that were offered to this agent\: a number or another address of theirs, or a part of a name.]:agent:'
        '--outcome[Only calls that ended so\: completed, missed, abandoned, busy, failed, voicemail, ivr, agent-missed, unknown.]:outcome:{__callboard_complete "${___outcome[@]}"}'
        '--filter[Only calls that match, as '\''team\:sales talk>5m -asha'\'' (see Assets/Guide/Reference.md).]:filter:'
        '--format[How to print.]:table|csv|json:{__callboard_complete "${___format[@]}"}'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_report() {
    local -i ret=1
    local -ar arg_specs=(
        '--day[The day in the account'\''s zone\: 2026-11-22, today, yesterday.]:day:'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_journal() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'verify:Read all of it: checksums, counts, gaps.'
            'compact:Compress all days but the newest with gzip.'
            'export:Print entries as JSON lines, as a recording.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        verify|compact|export)
            "_callboard_journal_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_callboard_journal_verify() {
    local -i ret=1
    local -ar arg_specs=(
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_journal_compact() {
    local -i ret=1
    local -ar arg_specs=(
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_journal_export() {
    local -i ret=1
    local -ar arg_specs=(
        '--since[From when on\: 7d (ago), 2026-11-20, today.]:time:'
        '--until[Until when, in the same forms.]:time:'
        '--call[Only the callbacks of this call.]:sid:'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--zone[The zone of the Exotel account.]:name:'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_config() {
    local -i ret=1
    local -ar ___durability=('sync' 'os' 'none')
    local -ar ___bell=('off' 'red' 'ring')
    local -ar ___notify=('off' 'red' 'ring')
    local -ar arg_specs=(
        '--port[The port to listen on. (default\: 8080)]:number:'
        '--bind[The address to listen on.]:address:'
        '*--host[Another name by which a listener without a token may be read. Can be given several times.]:name:'
        '--key[The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.]:secret:'
        '--token[The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.]:secret:'
        '--record[Write each request to this new file as well, one line of JSON each, as the journal has it.]:file:'
        '--forward[Send each accepted callback on to this URL, as it came; again where it is not taken.]:url:'
        '--connections-per-address[The most connections of one address at a time; 0 for no bound, behind a proxy that has one. (default\: 512)]:number:'
        '--max-body[The most bytes of a request'\''s body; heartbeats of many lines are large (default\: 64KiB).]:size:'
        '--zone[The zone of the Exotel account.]:name:'
        '--country[The country whose dialing rules tell which numbers are one\: IN, SG, ID, MY, PH, AE, SA, US.]:code:'
        '--missed-after[No new dial for so long after the last attempt\: the call was missed. (default\: 60)]:seconds:'
        '--uncertain-after[So long after the last attempt a caller of whom nothing is heard may have gone. (default\: 15)]:seconds:'
        '--stale-after[No callback for so long before a conversation\: the call is given up. (default\: 600)]:seconds:'
        '--talk-limit[No callback for so long in a conversation\: the call is given up. (default\: 15000)]:seconds:'
        '--heartbeat-after[No heartbeat for so long\: the health of the lines is not known (default\: 30m).]:seconds|time:'
        '--short-abandon[Callers who give up so soon after the first dial are left out of the service level. (default\: 5)]:seconds:'
        '--day-start[When a day begins in the account'\''s zone\: figures are of today.]:time:'
        '--roster[A YAML file with the agents'\'' names, teams and addresses and the ExoPhones'\'' labels.]:file:'
        '--data[The folder of the journal (default\: $XDG_STATE_HOME/callboard/journal).]:folder:'
        '--durability[When a callback is answered\: once it is on the disk (sync), once the system has it (os\: lost where the machine stops), or at once (none\: lost where callboard stops).]:sync|os|none:{__callboard_complete "${___durability[@]}"}'
        '--window[So far back the board is restored at the start, and ended calls stay on it (default\: 24h).]:time:'
        '--keep[Remove days of the journal older than that, as 30d (default\: keep all).]:time:'
        '--keep-size[Remove the oldest days while the journal is larger, as 5GB (default\: keep all).]:size:'
        '--ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--no-ephemeral[Write nothing to disk\: the board lives in memory alone.]'
        '--ascii[Draw with ASCII characters only.]'
        '--no-ascii[Draw with ASCII characters only.]'
        '--theme[The colours\: default, light, high-contrast, mono, or a theme of the configuration.]:name:'
        '--bell[When the terminal'\''s bell rings\: never, on red, or on each new ring too (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___bell[@]}"}'
        '--notify[When the terminal is asked for a desktop notification (default\: off; of agent\: ring).]:off|red|ring:{__callboard_complete "${___notify[@]}"}'
        '--config[The configuration file (default\: $XDG_CONFIG_HOME/callboard/config.yaml).]:file:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_callboard_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _callboard ]]; then
    _callboard "${@}"
else
    compdef _callboard callboard
fi
