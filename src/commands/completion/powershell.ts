import type { CommandNode, OptionNode, Values } from './tree.ts';

/** Completion for PowerShell 5.1 and later. Where it has no answer, PowerShell completes file names by itself. */
export function powershellScript(commands: readonly CommandNode[]): string {
  return `# PowerShell completion for community-roi, for $PROFILE:
#   community-roi completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'community-roi', 'community-roi.cmd', 'community-roi.ps1' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = [ordered]@{
${commands.map(({ name, summary }) => `        ${quoted(name)} = ${quoted(summary)}`).join('\n')}
    }
    # Of each command the options, with what may follow: $null for a flag, @() for what completes no word.
    $options = @{
${commands.map(optionTable).join('\n')}
    }
    $arguments = @{
${commands.map(argumentTable).join('\n')}
    }

    $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    $words = @()
    $text = @{}
    if ($typed.Count -eq 0) {
        $words = @($commands.Keys) + @('help', '--help', '--version')
        $text = $commands
    } elseif ($typed[0] -eq 'help') {
        $words = @($commands.Keys)
    } elseif ($commands.Contains($typed[0])) {
        $own = $options[$typed[0]]
        $waiting = $null
        $position = 0
        foreach ($word in ($typed | Select-Object -Skip 1)) {
            if ($null -ne $waiting) { $waiting = $null }
            elseif ($word.StartsWith('-')) { if ($null -ne $own[$word].Values) { $waiting = $word } }
            else { $position++ }
        }
        if ($null -ne $waiting) {
            $words = $own[$waiting].Values
        } elseif ($wordToComplete.StartsWith('-')) {
            $words = @($own.Keys)
            foreach ($key in $own.Keys) { $text[$key] = $own[$key].Says }
        } elseif ($position -lt $arguments[$typed[0]].Count) {
            $words = $arguments[$typed[0]][$position]
        }
    }
    $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        $says = if ($text[$_]) { $text[$_] } else { $_ }
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $says)
    }
}
`;
}

function optionTable({ name, options }: CommandNode): string {
  const rows = options.flatMap(({ names, summary, value }: OptionNode) =>
    names.map((each) => {
      const values = value === undefined ? '$null' : wordList(value.values);
      return `            ${quoted(each)} = @{ Says = ${quoted(summary)}; Values = ${values} }`;
    }),
  );
  return `        ${quoted(name)} = [ordered]@{\n${rows.join('\n')}\n        }`;
}

/** A list of one list needs its comma, or PowerShell makes one list of both. */
function argumentTable({ name, args }: CommandNode): string {
  const lists = args.map(({ values }) => wordList(values)).join(', ');
  return `        ${quoted(name)} = @(${args.length === 1 ? ', ' : ''}${lists})`;
}

function wordList(values: Values): string {
  return values.kind === 'words' ? `@(${values.words.map(quoted).join(', ')})` : '@()';
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
