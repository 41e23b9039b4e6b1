# Completes the last word of a command line as bash would when Tab is pressed, and prints what is offered, one on a line.
# drive.bash SCRIPT WORD…: the words as bash splits them, in which = is one of its own. "<default>" stands for the names
# of files, which readline adds by itself.
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
default="<default>"
compopt() { [[ "$*" == "+o default" || "$*" == "-o filenames" ]] && default=""; }
entry=$(complete -p community-roi)
function=${entry#*-F }
"${function%% *}"
if [[ ${#COMPREPLY[@]} -gt 0 ]]; then
  printf '%s\n' "${COMPREPLY[@]}"
elif [[ $entry == *"-o default"* && -n $default ]]; then
  printf '%s\n' "$default"
fi
