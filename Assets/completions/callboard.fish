function __callboard_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __callboard_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __callboard_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __callboard_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __callboard_parse_tokens -S
    set -l unparsed_tokens (__callboard_tokens -pc)
    switch $unparsed_tokens[1]
    case 'callboard'
        __callboard_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'watch'
            __callboard_parse_subcommand 0 'port=' 'bind=' 'key=' 'token=' 'record=' 'forward=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'data=' 'durability=' 'window=' 'keep=' 'keep-size=' 'ephemeral' 'no-ephemeral' 'ascii' 'no-ascii' 'theme=' 'bell=' 'notify=' 'config=' 'version' 'h/help'
        case 'serve'
            __callboard_parse_subcommand 0 'port=' 'bind=' 'key=' 'token=' 'record=' 'forward=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'data=' 'durability=' 'window=' 'keep=' 'keep-size=' 'ephemeral' 'no-ephemeral' 'config=' 'version' 'h/help'
        case 'demo'
            __callboard_parse_subcommand 0 'rate=' 'seed=' 'record=' 'ascii' 'no-ascii' 'theme=' 'bell=' 'notify=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'config=' 'picture=' 'after=' 'keys=' 'version' 'h/help'
        case 'simulate'
            __callboard_parse_subcommand 1 'to=' 'key=' 'speed=' 'calls=' 'rate=' 'seed=' 'encoding=' 'duplicate=' 'drop=' 'reorder' 'late=' 'odd-values' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'record=' 'truth=' 'list' 'explain' 'config=' 'version' 'h/help'
        case 'emulate'
            __callboard_parse_subcommand 1 'port=' 'bind=' 'account=' 'api-key=' 'api-token=' 'agent-passthrough=' 'rate=' 'speed=' 'seed=' 'quiet' 'numbers' 'zone=' 'version' 'h/help'
        case 'replay'
            __callboard_parse_subcommand -r 1 'speed=' 'step' 'at=' 'skip-gaps' 'to=' 'key=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'ascii' 'no-ascii' 'theme=' 'bell=' 'notify=' 'config=' 'version' 'h/help'
        case 'check'
            __callboard_parse_subcommand 1 'call=' 'json' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'config=' 'version' 'h/help'
        case 'history'
            __callboard_parse_subcommand 0 'since=' 'until=' 'number=' 'agent=' 'outcome=' 'filter=' 'format=' 'data=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'config=' 'version' 'h/help'
        case 'report'
            __callboard_parse_subcommand 0 'day=' 'ascii' 'no-ascii' 'data=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'config=' 'version' 'h/help'
        case 'journal'
            __callboard_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'verify'
                __callboard_parse_subcommand 0 'data=' 'zone=' 'config=' 'version' 'h/help'
            case 'compact'
                __callboard_parse_subcommand 0 'data=' 'zone=' 'config=' 'version' 'h/help'
            case 'export'
                __callboard_parse_subcommand 0 'since=' 'until=' 'call=' 'data=' 'zone=' 'config=' 'version' 'h/help'
            end
        case 'config'
            __callboard_parse_subcommand 0 'port=' 'bind=' 'key=' 'token=' 'record=' 'forward=' 'zone=' 'country=' 'missed-after=' 'stale-after=' 'talk-limit=' 'roster=' 'data=' 'durability=' 'window=' 'keep=' 'keep-size=' 'ephemeral' 'no-ephemeral' 'ascii' 'no-ascii' 'theme=' 'bell=' 'notify=' 'config=' 'version' 'h/help'
        case 'help'
            __callboard_parse_subcommand -r 1 'version'
        end
    end
end

function __callboard_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __callboard_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __callboard_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __callboard_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__callboard_tokens -p)
    if test -z "$(__callboard_tokens -t)"
        set -l index (count (__callboard_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'callboard' -f
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'watch' -d 'Listen for callbacks and show the board (the default).'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'serve' -d 'Listen for callbacks without a screen.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'demo' -d 'Show the board, live, fed by simulated calls.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'simulate' -d 'Send the callbacks of simulated calls to a URL.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'emulate' -d 'Be an Exotel to develop against.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'replay' -d 'Play a recording onto a board, or send it to a URL.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'check' -d 'Explain a callback or a recording, and what is odd about it.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'history' -d 'List past calls from the journal.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'report' -d 'Print a day from the journal: by hour, agent and line.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'journal' -d 'Look after the journal.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'config' -d 'Print the configuration that is in effect, and where each value is from.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" port' -l 'port' -d 'The port to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" bind' -l 'bind' -d 'The address to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" key' -l 'key' -d 'The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" token' -l 'token' -d 'The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" record' -l 'record' -d 'Write each request to this new file as well, one line of JSON each, as the journal has it.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" forward' -l 'forward' -d 'Send each accepted callback on to this URL, as it came; again where it is not taken.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" durability' -l 'durability' -d 'When a callback is answered: once it is on the disk (sync), once the system has it (os: lost where the machine stops), or at once (none: lost where callboard stops).' -rfka 'sync os none'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" window' -l 'window' -d 'So far back the board is restored at the start, and ended calls stay on it (default: 24h).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" keep' -l 'keep' -d 'Remove days of the journal older than that, as 30d (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" keep-size' -l 'keep-size' -d 'Remove the oldest days while the journal is larger, as 5GB (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" ephemeral' -l 'ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" no-ephemeral' -l 'no-ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" ascii' -l 'ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" no-ascii' -l 'no-ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" theme' -l 'theme' -d 'The colours: default, light, high-contrast, mono, or a theme of the configuration.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" bell' -l 'bell' -d 'When the terminal\'s bell rings: never, on red, or on each new ring too.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" notify' -l 'notify' -d 'When the terminal is asked for a desktop notification.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard watch" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" port' -l 'port' -d 'The port to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" bind' -l 'bind' -d 'The address to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" key' -l 'key' -d 'The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" token' -l 'token' -d 'The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" record' -l 'record' -d 'Write each request to this new file as well, one line of JSON each, as the journal has it.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" forward' -l 'forward' -d 'Send each accepted callback on to this URL, as it came; again where it is not taken.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" durability' -l 'durability' -d 'When a callback is answered: once it is on the disk (sync), once the system has it (os: lost where the machine stops), or at once (none: lost where callboard stops).' -rfka 'sync os none'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" window' -l 'window' -d 'So far back the board is restored at the start, and ended calls stay on it (default: 24h).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" keep' -l 'keep' -d 'Remove days of the journal older than that, as 30d (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" keep-size' -l 'keep-size' -d 'Remove the oldest days while the journal is larger, as 5GB (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" ephemeral' -l 'ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" no-ephemeral' -l 'no-ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard serve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" rate' -l 'rate' -d 'Calls a minute.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" seed' -l 'seed' -d 'The same seed gives the same calls.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" record' -l 'record' -d 'Write each callback to this new file as well.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" ascii' -l 'ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" no-ascii' -l 'no-ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" theme' -l 'theme' -d 'The colours: default, light, high-contrast, mono, or a theme of the configuration.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" bell' -l 'bell' -d 'When the terminal\'s bell rings: never, on red, or on each new ring too.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" notify' -l 'notify' -d 'When the terminal is asked for a desktop notification.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" picture' -l 'picture' -d 'Write a picture (SVG) of the board to this file instead, and exit.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" after' -l 'after' -d 'How far into the demo the picture is taken.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" keys' -l 'keys' -d 'Keys that are pressed before it, by their names, as \'j Enter Tab\'.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard demo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" to' -l 'to' -d 'Where callbacks go, as http://127.0.0.1:8080/exotel.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" key' -l 'key' -d 'The secret that is sent along as ?key=…. Better set CALLBOARD_KEY.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" speed' -l 'speed' -d 'Everything goes so many times as quick.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" calls' -l 'calls' -d 'So many calls in all, instead of the scenario\'s.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" rate' -l 'rate' -d 'So many calls a minute, instead of the scenario\'s.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" seed' -l 'seed' -d 'The same seed gives the same calls (default: another one each time).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" encoding' -l 'encoding' -d 'How StatusCallbacks come: json, form, multipart or mixed, instead of the scenario\'s.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" duplicate' -l 'duplicate' -d 'So many callbacks come twice.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" drop' -l 'drop' -d 'So many callbacks get lost for good.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" reorder' -l 'reorder' -d 'Callbacks overtake each other by up to 8 s.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" late' -l 'late' -d 'One in twenty callbacks comes so late, or half of that.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" odd-values' -l 'odd-values' -d 'Values are spelled as oddly as they really come; they say the same.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" record' -l 'record' -d 'Write the callbacks into this new file at once, as a recording, instead of sending them.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" truth' -l 'truth' -d 'Write what really became of each call into this file: a line of JSON each.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" list' -l 'list' -d 'List the scenarios.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" explain' -l 'explain' -d 'Print what happens in the scenario, as ladders.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard simulate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" port' -l 'port' -d 'The port to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" bind' -l 'bind' -d 'The address to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" account' -l 'account' -d 'The account\'s sid, as it stands in paths.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" api-key' -l 'api-key' -d 'The API key: the user of HTTP Basic.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" api-token' -l 'api-token' -d 'The API token: the password of HTTP Basic.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" agent-passthrough' -l 'agent-passthrough' -d 'Play incoming calls of the scenario (default: busy-day), and tell this URL of the agents, as a Connect applet does.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" rate' -l 'rate' -d 'So many incoming calls a minute, instead of the scenario\'s.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" speed' -l 'speed' -d 'Everything goes so many times as quick.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" seed' -l 'seed' -d 'The same seed and requests give the same calls. Another one each time, if not given.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" quiet' -l 'quiet' -d 'Print nothing of requests and callbacks.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" numbers' -l 'numbers' -d 'List the numbers that tell what happens, and exit.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard emulate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" speed' -l 'speed' -d 'How many times as fast as it was, as 10 or 0.5, or max (default: 1; max without a terminal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" step' -l 'step' -d 'Begin standing still: n is the next callback, Space plays.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" at' -l 'at' -d 'Begin at this time of the recording: 14:03, 14:03:22, \'2026-11-20 14:03\', +5m.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" skip-gaps' -l 'skip-gaps' -d 'Leave out what is silent for more than a minute, but for its ends.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" to' -l 'to' -d 'Where callbacks go, as http://127.0.0.1:8080/exotel.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" key' -l 'key' -d 'The secret that is sent along as ?key=…. Better set CALLBOARD_KEY.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" ascii' -l 'ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" no-ascii' -l 'no-ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" theme' -l 'theme' -d 'The colours: default, light, high-contrast, mono, or a theme of the configuration.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" bell' -l 'bell' -d 'When the terminal\'s bell rings: never, on red, or on each new ring too.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" notify' -l 'notify' -d 'When the terminal is asked for a desktop notification.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard replay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" call' -l 'call' -d 'Of a recording only this call, each of its callbacks in full.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" json' -l 'json' -d 'Print JSON.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" since' -l 'since' -d 'From when on: 7d, 12h (ago), 2026-11-20, \'2026-11-20 14:30\', today, yesterday.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" until' -l 'until' -d 'Until when, in the same forms (default: now).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" number' -l 'number' -d 'Only calls in which this number has a part, in any spelling.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" agent' -l 'agent' -d 'Only calls that were offered to this agent: a number, or a part of a name.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" outcome' -l 'outcome' -d 'Only calls that ended so: completed, missed, abandoned, busy, failed, voicemail, ivr, unknown.' -rfka 'completed missed abandoned busy failed voicemail ivr unknown'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" filter' -l 'filter' -d 'Only calls that match, as \'team:sales talk>5m -asha\' (see the README).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" format' -l 'format' -d 'How to print.' -rfka 'table csv json'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" day' -l 'day' -d 'The day in the account\'s zone: 2026-11-22, today, yesterday.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" ascii' -l 'ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" no-ascii' -l 'no-ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard journal" -eq 1' -fa 'verify' -d 'Read all of it: checksums, counts, gaps.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard journal" -eq 1' -fa 'compact' -d 'Compress all days but the newest with gzip.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_positional "callboard journal" -eq 1' -fa 'export' -d 'Print entries as JSON lines, as a recording.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal verify" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal verify" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal verify" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal verify" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal compact" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal compact" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal compact" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal compact" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal compact" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" since' -l 'since' -d 'From when on: 7d (ago), 2026-11-20, today.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" until' -l 'until' -d 'Until when, in the same forms.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" call' -l 'call' -d 'Only the callbacks of this call.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard journal export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" port' -l 'port' -d 'The port to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" bind' -l 'bind' -d 'The address to listen on.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" key' -l 'key' -d 'The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" token' -l 'token' -d 'The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" record' -l 'record' -d 'Write each request to this new file as well, one line of JSON each, as the journal has it.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" forward' -l 'forward' -d 'Send each accepted callback on to this URL, as it came; again where it is not taken.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" zone' -l 'zone' -d 'The zone of the Exotel account.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" country' -l 'country' -d 'The country whose dialing rules tell which numbers are one: IN, SG, ID, MY, PH, AE, SA, US.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" missed-after' -l 'missed-after' -d 'No new dial for so long after the last attempt: the call was missed.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" stale-after' -l 'stale-after' -d 'No callback for so long before a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" talk-limit' -l 'talk-limit' -d 'No callback for so long in a conversation: the call is given up.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" roster' -l 'roster' -d 'A YAML file with the agents\' names and teams and the ExoPhones\' labels.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" data' -l 'data' -d 'The folder of the journal (default: $XDG_STATE_HOME/callboard/journal).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" durability' -l 'durability' -d 'When a callback is answered: once it is on the disk (sync), once the system has it (os: lost where the machine stops), or at once (none: lost where callboard stops).' -rfka 'sync os none'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" window' -l 'window' -d 'So far back the board is restored at the start, and ended calls stay on it (default: 24h).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" keep' -l 'keep' -d 'Remove days of the journal older than that, as 30d (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" keep-size' -l 'keep-size' -d 'Remove the oldest days while the journal is larger, as 5GB (default: keep all).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" ephemeral' -l 'ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" no-ephemeral' -l 'no-ephemeral' -d 'Write nothing to disk: the board lives in memory alone.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" ascii' -l 'ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" no-ascii' -l 'no-ascii' -d 'Draw with ASCII characters only.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" theme' -l 'theme' -d 'The colours: default, light, high-contrast, mono, or a theme of the configuration.' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" bell' -l 'bell' -d 'When the terminal\'s bell rings: never, on red, or on each new ring too.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" notify' -l 'notify' -d 'When the terminal is asked for a desktop notification.' -rfka 'off red ring'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" config' -l 'config' -d 'The configuration file (default: $XDG_CONFIG_HOME/callboard/config.yaml).' -rfka ''
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" version' -l 'version' -d 'Show the version.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'callboard' -n '__callboard_should_offer_completions_for_flags_or_options "callboard help" version' -l 'version' -d 'Show the version.'
