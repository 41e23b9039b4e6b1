# PowerShell completion for community-roi, for $PROFILE:
#   community-roi completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'community-roi', 'community-roi.cmd', 'community-roi.ps1' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = [ordered]@{
        'calc' = 'return on investment of a community, from costs and spending'
        'cohorts' = 'cohort spending from a member list and transactions'
        'outcomes' = 'what members get: members against non-members on any outcome'
        'event' = 'what the 45 days after an event look like, against those before'
        'dose' = 'does more go with better, or with worse: groups, topics, hours'
        'incidents' = 'do members fall for fewer scams and chargebacks, and what do they cost'
        'effect' = 'do members generate more down the road: what goes with joining, over time'
        'check' = 'goals of both sides, and limits: exit 1 if one is missed'
        'report' = 'everything that community-roi.yaml names, in one document'
        'validate' = 'every problem in the input files, and nothing else'
        'diff' = 'what moved ROI between two results: members, spending, cost'
        'explain' = 'what a figure means: its question, formula and assumptions'
        'config' = 'each setting, and whether a flag, the environment or a file set it'
        'init' = 'templates of every file and of the configuration, to fill in'
        'schema' = 'JSON Schema of an output, or of the configuration'
        'completion' = 'what lets a shell complete commands, options and their values'
    }
    # Of each command the options, with what may follow: $null for a flag, @() for what completes no word.
    $options = @{
        'calc' = [ordered]@{
            '--returns' = @{ Says = 'returns other than spending: advertising, support saved'; Values = @() }
            '--costs' = @{ Says = 'a further cost file'; Values = @() }
            '--spend' = @{ Says = 'a further spending file'; Values = @() }
            '--cells' = @{ Says = 'what a database answered to --show-sql'; Values = @() }
            '--members' = @{ Says = 'member list, in place of a spending file'; Values = @() }
            '--transactions' = @{ Says = 'transactions, beside --members'; Values = @() }
            '--activity' = @{ Says = 'who contributed when: person_id, date'; Values = @() }
            '--customers' = @{ Says = 'who is a customer since when: person_id, since'; Values = @() }
            '--example' = @{ Says = 'run on bundled data'; Values = $null }
            '--baseline' = @{ Says = 'whose newcomers are the yardstick: a period, a range, or all'; Values = @() }
            '--method' = @{ Says = 'joining: beside the uplift, by when people joined (needs --members)'; Values = @('uplift', 'joining') }
            '--margin' = @{ Says = 'share of revenue that is left after the cost of what was sold'; Values = @() }
            '--life' = @{ Says = 'useful life of one-off costs without their own (default: 4)'; Values = @() }
            '--member-cost' = @{ Says = 'cost that an active member is charged with'; Values = @('variable', 'total') }
            '--discount-rate' = @{ Says = 'yearly rate for net present value, IRR and payback'; Values = @() }
            '--from' = @{ Says = 'first period of the window'; Values = @() }
            '--to' = @{ Says = 'last period of the window'; Values = @() }
            '--currency' = @{ Says = 'currency of files that name none'; Values = @() }
            '--min-people' = @{ Says = 'show no figure of fewer people (default: 5)'; Values = @() }
            '--by' = @{ Says = 'add the table by period'; Values = @('month', 'quarter', 'year', 'period') }
            '--explain' = @{ Says = 'show how a figure came about, and from which rows'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--fail-under' = @{ Says = 'exit 1 where a figure is below'; Values = @() }
            '--outcomes' = @{ Says = 'what members and non-members have: earnings, skills'; Values = @() }
            '--higher' = @{ Says = 'outcomes of which more is better: earnings'; Values = @() }
            '--lower' = @{ Says = 'outcomes of which less is better: chargeback'; Values = @() }
            '--outcome' = @{ Says = 'take these columns alone as outcomes'; Values = @() }
            '--count' = @{ Says = 'counts to follow over time: publications'; Values = @() }
            '--cohort' = @{ Says = 'who has the outcomes: active, lurker, newcomer (default: all)'; Values = @() }
            '--money' = @{ Says = 'an outcome that is money: earnings/month, certificates=1500/year'; Values = @() }
            '--count-unadjusted' = @{ Says = 'count a gap in one period as money, unadjusted as it is'; Values = $null }
            '--member-ledger' = @{ Says = 'what members give: hours and fees by period'; Values = @() }
            '--hours' = @{ Says = 'hours that all members give together: 310/month'; Values = @() }
            '--hour-value' = @{ Says = 'what an hour of a member is worth'; Values = @() }
            '--fees' = @{ Says = 'fees that all members pay together: 1200/month, or 0'; Values = @() }
            '--recognition' = @{ Says = 'who was recognised or rewarded, and with what'; Values = @() }
            '--unit' = @{ Says = 'length of a period'; Values = @('month', 'quarter', 'year') }
            '--newcomer-days' = @{ Says = 'days that a newcomer is one (default: 90)'; Values = @() }
            '--active-days' = @{ Says = 'days that a contribution counts (default: 30)'; Values = @() }
            '--normalize-ids' = @{ Says = 'ids that differ only in case or spaces are one person'; Values = $null }
            '--timezone' = @{ Says = 'whose days count, where dates name time and zone'; Values = @() }
            '--min-match' = @{ Says = 'exit 1 where fewer members have transactions'; Values = @() }
            '--memory' = @{ Says = 'memory to use, such as 2GB (default: half of it)'; Values = @() }
            '--threads' = @{ Says = 'processors to use (default: all)'; Values = @() }
            '--source' = @{ Says = 'postgres://… or clickhouse://…: --members, --transactions and so on are then tables in it'; Values = @() }
            '--timeout' = @{ Says = 'what one statement may take (default: 300)'; Values = @() }
            '--show-sql' = @{ Says = 'print the statements, and compute nothing'; Values = $null }
            '--dialect' = @{ Says = 'what --show-sql writes for; without it that of --source, or postgres'; Values = @('duckdb', 'postgres', 'clickhouse', 'snowflake', 'bigquery', 'databricks', 'trino') }
            '--sensitivity' = @{ Says = 'move one assumption at a time, and show where ROI is 0'; Values = $null }
            '--scenario' = @{ Says = 'YAML of named scenarios to set side by side'; Values = @() }
            '--set' = @{ Says = 'try an option of the method: margin=40%, life=3'; Values = @() }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('return', 'cost', 'years', 'periods', 'trend', 'break-even', 'sensitivity', 'scenarios', 'members', 'members-side', 'recognition', 'impact', 'yardstick', 'by-joining', 'match', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'cohorts' = [ordered]@{
            '--members' = @{ Says = 'a further member list'; Values = @() }
            '--transactions' = @{ Says = 'a further file of transactions'; Values = @() }
            '--activity' = @{ Says = 'who contributed when: person_id, date'; Values = @() }
            '--customers' = @{ Says = 'who is a customer since when: person_id, since'; Values = @() }
            '--unit' = @{ Says = 'length of a period'; Values = @('month', 'quarter', 'year') }
            '--newcomer-days' = @{ Says = 'days that a newcomer is one (default: 90)'; Values = @() }
            '--active-days' = @{ Says = 'days that a contribution counts (default: 30)'; Values = @() }
            '--normalize-ids' = @{ Says = 'ids that differ only in case or spaces are one person'; Values = $null }
            '--timezone' = @{ Says = 'whose days count, where dates name time and zone'; Values = @() }
            '--min-match' = @{ Says = 'exit 1 where fewer members have transactions'; Values = @() }
            '--memory' = @{ Says = 'memory to use, such as 2GB (default: half of it)'; Values = @() }
            '--threads' = @{ Says = 'processors to use (default: all)'; Values = @() }
            '--source' = @{ Says = 'postgres://… or clickhouse://…: --members, --transactions and so on are then tables in it'; Values = @() }
            '--timeout' = @{ Says = 'what one statement may take (default: 300)'; Values = @() }
            '--show-sql' = @{ Says = 'print the statements, and compute nothing'; Values = $null }
            '--dialect' = @{ Says = 'what --show-sql writes for; without it that of --source, or postgres'; Values = @('duckdb', 'postgres', 'clickhouse', 'snowflake', 'bigquery', 'databricks', 'trino') }
            '--currency' = @{ Says = 'currency of files that name none'; Values = @() }
            '--min-people' = @{ Says = 'show no cohort of fewer people (default: 5)'; Values = @() }
            '--groups' = @{ Says = 'write jackknife groups, for error bars that need no formula'; Values = $null }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('people', 'spending', 'match', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'outcomes' = [ordered]@{
            '--higher' = @{ Says = 'columns of which more is better: earnings'; Values = @() }
            '--lower' = @{ Says = 'columns of which less is better: chargeback'; Values = @() }
            '--outcome' = @{ Says = 'take these columns alone as outcomes'; Values = @() }
            '--count' = @{ Says = 'counts to follow over time, not to compare'; Values = @() }
            '--cohort' = @{ Says = 'who counts as a member: active, lurker, newcomer (default: all three)'; Values = @() }
            '--min-people' = @{ Says = 'show no group of fewer people (default: 5)'; Values = @() }
            '--currency' = @{ Says = 'currency of amounts whose signs leave it open'; Values = @() }
            '--by' = @{ Says = 'break down by a column: programme'; Values = @() }
            '--compare-within' = @{ Says = 'compare members with non-members who are alike in these columns'; Values = @() }
            '--winsorize' = @{ Says = 'a second row with extreme values pulled in, at 0.99'; Values = @() }
            '--before' = @{ Says = 'first of the two periods (default: the first in the file)'; Values = @() }
            '--after' = @{ Says = 'second of the two periods (default: the last)'; Values = @() }
            '--invited' = @{ Says = 'how many people a survey was sent to'; Values = @() }
            '--explain' = @{ Says = 'show how a figure came about'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('outcomes', 'in-words', 'before-after', 'rates', 'cohorts', 'tests', 'counts', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'event' = [ordered]@{
            '--events' = @{ Says = 'a further file of attendances'; Values = @() }
            '--transactions' = @{ Says = 'a further file of transactions'; Values = @() }
            '--customers' = @{ Says = 'who is a customer since when: person_id, since'; Values = @() }
            '--members' = @{ Says = 'people known since they joined: person_id, joined'; Values = @() }
            '--normalize-ids' = @{ Says = 'ids that differ only in case or spaces are one person'; Values = $null }
            '--timezone' = @{ Says = 'whose days count, where dates name time and zone'; Values = @() }
            '--memory' = @{ Says = 'memory to use, such as 2GB (default: half of it)'; Values = @() }
            '--threads' = @{ Says = 'processors to use (default: all)'; Values = @() }
            '--currency' = @{ Says = 'currency of files that name none'; Values = @() }
            '--days' = @{ Says = 'length of each window (default: 45)'; Values = @() }
            '--unit-outcome' = @{ Says = 'what to compare: the amount (default) or the count of transactions'; Values = @('amount', 'count') }
            '--clean' = @{ Says = 'leave out who attended again within the days after'; Values = $null }
            '--population' = @{ Says = 'known before the first window (default), or all in the files'; Values = @('known', 'all') }
            '--better' = @{ Says = 'which way is good (default: higher); lower for losses or fees'; Values = @('higher', 'lower') }
            '--min-people' = @{ Says = 'show no group of fewer people (default: 5)'; Values = @() }
            '--explain' = @{ Says = 'show how a figure came about'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('change', 'course', 'windows', 'by-event', 'in-words', 'by-date', 'arithmetic', 'people', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'dose' = [ordered]@{
            '--higher' = @{ Says = 'columns of which more is better: earnings'; Values = @() }
            '--lower' = @{ Says = 'columns of which less is better: chargeback'; Values = @() }
            '--outcome' = @{ Says = 'take these columns alone as outcomes'; Values = @() }
            '--min-people' = @{ Says = 'show no group of fewer people (default: 5)'; Values = @() }
            '--currency' = @{ Says = 'currency of amounts whose signs leave it open'; Values = @() }
            '--lag' = @{ Says = 'take the level so many periods before the outcome'; Values = @() }
            '--explain' = @{ Says = 'show how a figure came about'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('slopes', 'in-words', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'incidents' = [ordered]@{
            '--outcome' = @{ Says = 'take these columns alone as incidents'; Values = @() }
            '--cohort' = @{ Says = 'who counts as a member: active, lurker, newcomer (default: all three)'; Values = @() }
            '--min-people' = @{ Says = 'show no group of fewer people (default: 5)'; Values = @() }
            '--currency' = @{ Says = 'currency of amounts whose signs leave it open'; Values = @() }
            '--explain' = @{ Says = 'show how a figure came about'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('people', 'transactions', 'money', 'in-words', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'effect' = [ordered]@{
            '--members' = @{ Says = 'a further member list'; Values = @() }
            '--transactions' = @{ Says = 'a further file of transactions'; Values = @() }
            '--customers' = @{ Says = 'who is a customer since when: person_id, since'; Values = @() }
            '--panel' = @{ Says = 'any outcome, in place of transactions: person_id, period, joined, outcome'; Values = @() }
            '--comparison' = @{ Says = 'whom they are compared with (default: never)'; Values = @('never', 'not-yet') }
            '--better' = @{ Says = 'which way is good (spending: higher)'; Values = @('higher', 'lower') }
            '--from' = @{ Says = 'first period; who was not known before it is left out'; Values = @() }
            '--to' = @{ Says = 'last period'; Values = @() }
            '--min-people' = @{ Says = 'show no figure of fewer people (default: 5)'; Values = @() }
            '--currency' = @{ Says = 'currency of files that name none'; Values = @() }
            '--explain' = @{ Says = 'show how a figure came about'; Values = @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit') }
            '--unit' = @{ Says = 'length of a period'; Values = @('month', 'quarter', 'year') }
            '--normalize-ids' = @{ Says = 'ids that differ only in case or spaces are one person'; Values = $null }
            '--timezone' = @{ Says = 'whose days count, where dates name time and zone'; Values = @() }
            '--memory' = @{ Says = 'memory to use, such as 2GB (default: half of it)'; Values = @() }
            '--threads' = @{ Says = 'processors to use (default: all)'; Values = @() }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('since-joining', 'summary', 'trends', 'by-joining', 'by-calendar', 'cells', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'check' = [ordered]@{
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('goals', 'checks') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'report' = [ordered]@{
            '--baseline' = @{ Says = 'JSON of an earlier report or calc: what has changed since'; Values = @() }
            '--horizon' = @{ Says = 'what to compare: totals, latest12 or a year (default: totals)'; Values = @() }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('goals', 'checks', 'since', 'return', 'cost', 'years', 'trend', 'break-even', 'members', 'members-side', 'yardstick', 'recognition', 'impact', 'outcomes', 'event', 'dose', 'incidents', 'effect', 'missing', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'validate' = [ordered]@{
            '--as' = @{ Says = 'what the files are, if not by their header'; Values = @('costs', 'spend', 'returns', 'members', 'transactions', 'activity', 'customers', 'events', 'outcomes', 'levels', 'incidents', 'panel', 'member_ledger', 'recognition') }
            '--all' = @{ Says = 'list every problem, not the first ten of each'; Values = $null }
            '--currency' = @{ Says = 'currency of files that name none'; Values = @() }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--skip-bad-rows' = @{ Says = 'leave out rows with errors, and count them'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @() }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'diff' = [ordered]@{
            '--horizon' = @{ Says = 'what to compare: totals, latest12 or a year (default: totals)'; Values = @() }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('movement', 'caveats') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'explain' = [ordered]@{
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('formula', 'assumptions', 'unknown') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'config' = [ordered]@{
            '--print' = @{ Says = 'show each value and where it came from (as without it)'; Values = $null }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @('files', 'defaults', 'ignored') }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'init' = [ordered]@{
            '--from' = @{ Says = 'propose the columns of an export of yours; writes nothing'; Values = @() }
            '--encoding' = @{ Says = 'encoding of the text'; Values = @('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') }
            '--delimiter' = @{ Says = 'what separates fields: , ; | or tab'; Values = @() }
            '--decimal' = @{ Says = 'decimal mark of amounts'; Values = @('.', ',') }
            '--date-order' = @{ Says = 'order of dates written in numbers'; Values = @('dmy', 'mdy', 'ymd') }
            '--map' = @{ Says = 'which header holds a column'; Values = @() }
            '--sheet' = @{ Says = 'sheet of a workbook'; Values = @() }
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @() }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'schema' = [ordered]@{
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @() }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
        'completion' = [ordered]@{
            '--format' = @{ Says = 'how the report is written'; Values = @('table', 'json', 'csv', 'markdown', 'html', 'xlsx', 'parquet', 'junit', 'github') }
            '--json' = @{ Says = 'short for --format json'; Values = $null }
            '-o' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--output' = @{ Says = 'write to a file; its ending picks the format'; Values = @() }
            '--section' = @{ Says = 'show this section only'; Values = @() }
            '--brief' = @{ Says = 'the verdict only'; Values = $null }
            '--no-chart' = @{ Says = 'leave out charts'; Values = $null }
            '--ascii' = @{ Says = 'nothing but ASCII characters'; Values = $null }
            '--width' = @{ Says = 'columns to fill'; Values = @() }
            '--locale' = @{ Says = 'how numbers and dates look: de-DE (default: en-US)'; Values = @() }
            '--color' = @{ Says = 'colours'; Values = @('auto', 'always', 'never') }
            '--bom' = @{ Says = 'begin CSV with the mark by which Excel knows UTF-8'; Values = $null }
            '--csv-delimiter' = @{ Says = 'what separates fields of CSV (default: --delimiter, or ,)'; Values = @() }
            '--csv-decimal' = @{ Says = 'decimal mark of CSV (default: --decimal, or .)'; Values = @('.', ',') }
            '--quiet' = @{ Says = 'no remarks on standard error'; Values = $null }
            '--verbose' = @{ Says = 'say on standard error what was detected in each file'; Values = $null }
            '--config' = @{ Says = 'configuration to use (default: community-roi.yaml, where it is)'; Values = @() }
            '--no-config' = @{ Says = 'use no configuration'; Values = $null }
            '-h' = @{ Says = 'show help'; Values = $null }
            '--help' = @{ Says = 'show help'; Values = $null }
        }
    }
    $arguments = @{
        'calc' = @(@(), @())
        'cohorts' = @(@(), @())
        'outcomes' = @(, @())
        'event' = @(@(), @())
        'dose' = @(, @())
        'incidents' = @(, @())
        'effect' = @(@(), @())
        'check' = @(, @())
        'report' = @(, @())
        'validate' = @(, @())
        'diff' = @(@(), @())
        'explain' = @(, @('roi', 'profit', 'return', 'uplift', 'baseline', 'drift', 'cost', 'cash', 'latest12.roi', 'perActiveMember.roi', 'marginal', 'trend', 'break-even', 'parallel-trends', 'retention', 'npv', 'irr', 'member-return', 'member-investment', 'member-surplus', 'member-roi', 'share-of-pie', 'give-back', 'recognition', 'unadjusted-gap', 'change-against-change', 'risk-ratio', 'e-value', 'event-change', 'placebo', 'dose-slope', 'within-person', 'incidents-per-transaction', 'joining', 'trend-limit'))
        'config' = @(, @())
        'init' = @(, @())
        'schema' = @(, @('calc', 'cohorts', 'outcomes', 'event', 'dose', 'incidents', 'effect', 'check', 'report', 'validate', 'diff', 'explain', 'init', 'schema', 'completion', 'sql', 'settings', 'config'))
        'completion' = @(, @('bash', 'zsh', 'fish', 'powershell'))
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
