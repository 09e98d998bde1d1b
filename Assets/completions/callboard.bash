#!/bin/bash

__callboard_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__callboard_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__callboard_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__callboard_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_callboard() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __callboard_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    watch|serve|demo|simulate|emulate|replay|check|attach|agent|calls|agents|summary|call|history|report|journal|config|help)
        # Offer subcommand argument completions
        "_callboard_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'watch serve demo simulate emulate replay check attach agent calls agents summary call history report journal config help' -- "${cur}"))
        ;;
    esac
}

_callboard_watch() {
    repeating_flags=()
    non_repeating_flags=(--ephemeral --no-ephemeral --ascii --no-ascii --version -h --help)
    repeating_options=(--host)
    non_repeating_options=(--port --bind --key --token --record --forward --connections-per-address --max-body --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --data --durability --window --keep --keep-size --theme --bell --notify --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--bind')
        return
        ;;
    '--host')
        return
        ;;
    '--key')
        return
        ;;
    '--token')
        return
        ;;
    '--record')
        return
        ;;
    '--forward')
        return
        ;;
    '--connections-per-address')
        return
        ;;
    '--max-body')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--data')
        return
        ;;
    '--durability')
        __callboard_add_completions -W 'sync'$'\n''os'$'\n''none'
        return
        ;;
    '--window')
        return
        ;;
    '--keep')
        return
        ;;
    '--keep-size')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_serve() {
    repeating_flags=()
    non_repeating_flags=(--ephemeral --no-ephemeral --version -h --help)
    repeating_options=(--host)
    non_repeating_options=(--port --bind --key --token --record --forward --connections-per-address --max-body --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --data --durability --window --keep --keep-size --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--bind')
        return
        ;;
    '--host')
        return
        ;;
    '--key')
        return
        ;;
    '--token')
        return
        ;;
    '--record')
        return
        ;;
    '--forward')
        return
        ;;
    '--connections-per-address')
        return
        ;;
    '--max-body')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--data')
        return
        ;;
    '--durability')
        __callboard_add_completions -W 'sync'$'\n''os'$'\n''none'
        return
        ;;
    '--window')
        return
        ;;
    '--keep')
        return
        ;;
    '--keep-size')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_demo() {
    repeating_flags=()
    non_repeating_flags=(--ascii --no-ascii --version -h --help)
    repeating_options=()
    non_repeating_options=(--rate --seed --record --theme --bell --notify --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --config --picture --after --keys)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--rate')
        return
        ;;
    '--seed')
        return
        ;;
    '--record')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--config')
        return
        ;;
    '--picture')
        return
        ;;
    '--after')
        return
        ;;
    '--keys')
        return
        ;;
    esac
}

_callboard_simulate() {
    repeating_flags=()
    non_repeating_flags=(--reorder --odd-values --list --explain --version -h --help)
    repeating_options=()
    non_repeating_options=(--to --key --speed --calls --rate --seed --encoding --duplicate --drop --late --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --record --truth --config)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--key')
        return
        ;;
    '--speed')
        return
        ;;
    '--calls')
        return
        ;;
    '--rate')
        return
        ;;
    '--seed')
        return
        ;;
    '--encoding')
        return
        ;;
    '--duplicate')
        return
        ;;
    '--drop')
        return
        ;;
    '--late')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--record')
        return
        ;;
    '--truth')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_emulate() {
    repeating_flags=()
    non_repeating_flags=(--quiet --numbers --version -h --help)
    repeating_options=()
    non_repeating_options=(--port --bind --account --api-key --api-token --agent-passthrough --rate --speed --seed --zone)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--bind')
        return
        ;;
    '--account')
        return
        ;;
    '--api-key')
        return
        ;;
    '--api-token')
        return
        ;;
    '--agent-passthrough')
        return
        ;;
    '--rate')
        return
        ;;
    '--speed')
        return
        ;;
    '--seed')
        return
        ;;
    '--zone')
        return
        ;;
    esac
}

_callboard_replay() {
    repeating_flags=()
    non_repeating_flags=(--step --skip-gaps --ascii --no-ascii --version -h --help)
    repeating_options=()
    non_repeating_options=(--speed --at --to --key --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --theme --bell --notify --config)
    __callboard_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--speed')
        return
        ;;
    '--at')
        return
        ;;
    '--to')
        return
        ;;
    '--key')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_check() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--call --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --config)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--call')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_attach() {
    repeating_flags=()
    non_repeating_flags=(--ascii --no-ascii --version -h --help)
    repeating_options=()
    non_repeating_options=(--window --token-file --theme --bell --notify --config)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--window')
        return
        ;;
    '--token-file')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_agent() {
    repeating_flags=()
    non_repeating_flags=(--once --follow --ascii --no-ascii --version -h --help)
    repeating_options=()
    non_repeating_options=(--url --window --token-file --theme --bell --notify --config)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--url')
        return
        ;;
    '--window')
        return
        ;;
    '--token-file')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_calls() {
    repeating_flags=()
    non_repeating_flags=(--json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--state --filter --limit --url --token-file --watch --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--state')
        __callboard_add_completions -W 'live'$'\n''ended'$'\n''all'
        return
        ;;
    '--filter')
        return
        ;;
    '--limit')
        return
        ;;
    '--url')
        return
        ;;
    '--token-file')
        return
        ;;
    '--watch')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_agents() {
    repeating_flags=()
    non_repeating_flags=(--json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--url --token-file --watch --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--url')
        return
        ;;
    '--token-file')
        return
        ;;
    '--watch')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_summary() {
    repeating_flags=()
    non_repeating_flags=(--json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--url --token-file --watch --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--url')
        return
        ;;
    '--token-file')
        return
        ;;
    '--watch')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_call() {
    repeating_flags=()
    non_repeating_flags=(--json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--url --token-file --watch --zone --config)
    __callboard_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--url')
        return
        ;;
    '--token-file')
        return
        ;;
    '--watch')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_history() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--since --until --number --agent --outcome --filter --format --data --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--number')
        return
        ;;
    '--agent')
        return
        ;;
    '--outcome')
        __callboard_add_completions -W 'completed'$'\n''missed'$'\n''abandoned'$'\n''busy'$'\n''failed'$'\n''voicemail'$'\n''ivr'$'\n''agent-missed'$'\n''unknown'
        return
        ;;
    '--filter')
        return
        ;;
    '--format')
        __callboard_add_completions -W 'table'$'\n''csv'$'\n''json'
        return
        ;;
    '--data')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_report() {
    repeating_flags=()
    non_repeating_flags=(--ascii --no-ascii --version -h --help)
    repeating_options=()
    non_repeating_options=(--day --data --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--day')
        return
        ;;
    '--data')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_journal() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __callboard_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    verify|compact|export)
        # Offer subcommand argument completions
        "_callboard_journal_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'verify compact export' -- "${cur}"))
        ;;
    esac
}

_callboard_journal_verify() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--data --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--data')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_journal_compact() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--data --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--data')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_journal_export() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--since --until --call --data --zone --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--call')
        return
        ;;
    '--data')
        return
        ;;
    '--zone')
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_config() {
    repeating_flags=()
    non_repeating_flags=(--ephemeral --no-ephemeral --ascii --no-ascii --version -h --help)
    repeating_options=(--host)
    non_repeating_options=(--port --bind --key --token --record --forward --connections-per-address --max-body --zone --country --missed-after --uncertain-after --stale-after --talk-limit --heartbeat-after --short-abandon --day-start --roster --data --durability --window --keep --keep-size --theme --bell --notify --config)
    __callboard_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--bind')
        return
        ;;
    '--host')
        return
        ;;
    '--key')
        return
        ;;
    '--token')
        return
        ;;
    '--record')
        return
        ;;
    '--forward')
        return
        ;;
    '--connections-per-address')
        return
        ;;
    '--max-body')
        return
        ;;
    '--zone')
        return
        ;;
    '--country')
        return
        ;;
    '--missed-after')
        return
        ;;
    '--uncertain-after')
        return
        ;;
    '--stale-after')
        return
        ;;
    '--talk-limit')
        return
        ;;
    '--heartbeat-after')
        return
        ;;
    '--short-abandon')
        return
        ;;
    '--day-start')
        return
        ;;
    '--roster')
        return
        ;;
    '--data')
        return
        ;;
    '--durability')
        __callboard_add_completions -W 'sync'$'\n''os'$'\n''none'
        return
        ;;
    '--window')
        return
        ;;
    '--keep')
        return
        ;;
    '--keep-size')
        return
        ;;
    '--theme')
        return
        ;;
    '--bell')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--notify')
        __callboard_add_completions -W 'off'$'\n''red'$'\n''ring'
        return
        ;;
    '--config')
        return
        ;;
    esac
}

_callboard_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __callboard_offer_flags_options -1
}

complete -o filenames -F _callboard callboard
