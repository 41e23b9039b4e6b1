# Types a command line into an interactive zsh, presses Tab, and prints what was offered, one on a line.
# drive.zsh SCRIPT 'COMMAND LINE'
zmodload zsh/zpty
zpty shell zsh -f -i
answer() { local text; zpty -r shell text "*$1*"; print -r -- "$text" }
zpty -w shell "PS1= PS2= RPS1=; stty -echo; unsetopt zle_bracketed_paste 2>/dev/null; autoload -Uz compinit && compinit -D -u; source ${(q)1}"
zpty -w shell '
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits
  builtin compadd -A hits "$@"
  local hit; for hit in $hits; do print -r -- "<$hit>"; done
}
show() { print -r -- "[begin]"; _main_complete; print -r -- "[end]"; compstate[insert]= compstate[list]= ; }
zle -C show list-choices show
bindkey "^I" show'
zpty -w shell 'print -r -- "[re""ady]"'
answer '\[ready\]' > /dev/null
zpty -w -n shell "$2"$'\t'
answer '\[end\]' | tr -d '\r' | sed -n 's/.*<\([^<>]*\)>.*/\1/p' | sort -u
zpty -d shell
