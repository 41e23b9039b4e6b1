// Required before a program: when it ends, writes the most memory it held, in kilobytes, to PEAK_RSS_FILE.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.PEAK_RSS_FILE, String(process.resourceUsage().maxRSS)));
