"""The figures of every fixture, computed in exact fractions and independently of the program.

    python3 test/core/expected.py fixtures/quarterly      prints what its expected.json holds
    python3 test/core/expected.py --write                 writes the files listed in WRITTEN
    python3 test/core/expected.py --check                 compares every expected file with what is computed

The formulas stand in exact_method.py. The three published cases keep the expected.json that they were published with;
--check shows that the same formulas give them too.
"""

import json
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
from exact_method import calculate  # noqa: E402

FIXTURES = Path(__file__).resolve().parents[2] / 'fixtures'
PUBLISHED = {f'{name}/expected.json': {} for name in ('worked-example', 'spending-challenge', 'per-member')}
WRITTEN = {
    'quarterly/expected.json': {},
    'quarterly/expected.baseline-all.json': {'baseline': 'all'},
    'yearly/expected.json': {},
    'yearly/expected.discount-8.json': {'discount': '0.08', 'member_cost': 'total'},
    'negative-uplift/expected.json': {},
    'returns-and-rewards/expected.json': {},
    'returns-and-rewards/expected.margin-40.json': {'margin': '0.4'},
}


def plain(value):
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def text(result):
    """A key of the result a line, a period a line."""
    line = lambda value: json.dumps(value, ensure_ascii=False)
    parts = []
    for key, value in plain(result).items():
        body = '[\n  ' + ',\n  '.join(map(line, value)) + '\n ]' if isinstance(value, list) else line(value)
        parts.append(f' {line(key)}: {body}')
    return '{\n' + ',\n'.join(parts) + '\n}\n'


def differences(expected, actual, path):
    if isinstance(expected, (dict, list)):
        keys = expected if isinstance(expected, dict) else range(len(expected))
        return [found for key in keys for found in differences(expected[key], actual[key], f'{path}.{key}')]
    if isinstance(expected, (int, float)):
        same = actual is not None and abs(expected - actual) <= 1e-9 * max(1, abs(expected))
    else:
        same = expected == actual
    return [] if same else [f'{path}: expected {expected}, computed {actual}']


def check():
    found = []
    for name, options in {**PUBLISHED, **WRITTEN}.items():
        expected = json.loads((FIXTURES / name).read_text(encoding='utf-8'))
        found += differences(expected, plain(calculate((FIXTURES / name).parent, **options)), name)
    print('\n'.join(found) or 'every expected file agrees')
    return 1 if found else 0


def write():
    for name, options in WRITTEN.items():
        (FIXTURES / name).write_text(text(calculate((FIXTURES / name).parent, **options)), encoding='utf-8')
    return 0


def main(arguments):
    if arguments == ['--write']:
        return write()
    if arguments == ['--check']:
        return check()
    if len(arguments) != 1:
        print(__doc__, end='')
        return 2
    print(text(calculate(Path(arguments[0]))), end='')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
