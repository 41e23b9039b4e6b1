import { zip } from './archive.ts';
import { book, type Cell, type Program, type Sheet, TRANSITIONAL } from './program-workbook.ts';

const EXCEL: Program = {
  main: `${TRANSITIONAL}/spreadsheetml/2006/main`,
  relations: `${TRANSITIONAL}/officeDocument/2006/relationships`,
  settings: '<workbookPr defaultThemeVersion="166925"/><bookViews><workbookView activeTab="0"/></bookViews>',
  row: ' spans="1:6"',
  number: '',
  dates: '<xf numFmtId="17" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
};
const STRICT: Program = {
  ...EXCEL,
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const MAC: Program = { ...EXCEL, settings: '<workbookPr date1904="1" defaultThemeVersion="166925"/>' };
const GOOGLE: Program = {
  ...EXCEL,
  settings: '<workbookPr/>',
  row: '',
  dates: '<xf numFmtId="164" applyNumberFormat="1"/>',
};
const LIBRE: Program = {
  ...EXCEL,
  settings: '<workbookPr backupFile="false" showObjects="all" date1904="false"/>',
  row: ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"',
  number: ' t="n"',
  dates: '<xf numFmtId="165" applyNumberFormat="true" applyAlignment="false"/>',
};

/** A day, in the number that spreadsheets count it with. */
const day = (serial: number): Cell => ({ xml: (at) => `<c r="${at}" s="1"><v>${serial}</v></c>` });
const isoDay = (text: string): Cell => ({ xml: (at) => `<c r="${at}" s="1" t="d"><v>${text}</v></c>` });
const percent = (value: number): Cell => ({ xml: (at) => `<c r="${at}" s="2"><v>${value}</v></c>` });
const formula = (text: string, value: number): Cell => ({
  xml: (at) => `<c r="${at}"><f>${text}</f><v>${value}</v></c>`,
});
const styled: Cell = { xml: (at) => `<c r="${at}" s="1"/>` };

const HEADER = ['Month', 'Category', 'Item', 'Amount', 'Share'];
const yearOf = (first: number): Sheet['rows'] => [HEADER, [day(first), 'Staff', 'Community manager', 5200.5]];

/** Every workbook among the exports, by its path; the same bytes whenever it is written. */
export const EXPORT_WORKBOOKS: Readonly<Record<string, () => Buffer>> = {
  'excel-windows/workbook.xlsx': () =>
    book(EXCEL, {
      name: 'Budget',
      rows: [
        ['Community budget 2024'],
        [],
        HEADER,
        [day(45_292), 'Staff', 'Community manager', 5200.5],
        [day(45_292), 'Platform', 'Rounding', formula('0.1+0.2', 0.30000000000000004)],
        [day(45_323), 'Rewards', 'Mugs & "more" <b>', formula('681/2', 340.5), percent(0.5)],
        [null, null, null, styled],
      ],
    }),
  'excel-windows/table-with-total.xlsx': () =>
    book(EXCEL, {
      name: 'Costs',
      rows: [...yearOf(45_292), ['Total', null, null, formula('SUBTOTAL(109,D2:D2)', 5200.5)]],
    }),
  'excel-windows/two-years.xlsx': () =>
    book(
      EXCEL,
      { name: '2023', rows: yearOf(44_927) },
      { name: '2024', rows: yearOf(45_292) },
      { name: 'Lists', rows: yearOf(43_831), hidden: true },
    ),
  'excel-windows/strict.xlsx': () =>
    book(STRICT, { name: 'Costs', rows: [HEADER, [isoDay('2024-01-31'), 'Staff', 'Community manager', 5200.5]] }),
  'excel-mac/date-1904.xlsx': () => book(MAC, { name: 'Costs', rows: yearOf(45_292 - 1462) }),
  'google-sheets/costs.xlsx': () =>
    book(GOOGLE, {
      name: 'Sheet1',
      rows: [...yearOf(45_322), [styled, styled], [day(45_351), 'Rewards', 'Mugs', formula('D2-5000', 200.5)]],
    }),
  'libreoffice/costs.xlsx': () => book(LIBRE, { name: 'Costs', rows: yearOf(45_322) }),
  'libreoffice/costs.ods': () =>
    zip(
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>' },
      'store',
    ),
  'xero/account-transactions.xlsx': () =>
    book(EXCEL, {
      name: 'Account Transactions',
      rows: [
        ['Account Transactions'],
        ['Example Community Ltd'],
        ['For the period 1 January 2024 to 29 February 2024'],
        [],
        ['Date', 'Source', 'Description', 'Reference', 'Debit', 'Credit', 'Running Balance', 'Gross', 'Cost type'],
        ['Subscriptions'],
        [day(45_322), 'Payable Invoice', 'Forum host', 'FH-201', 1250, null, 1250, 1250, 'Platform'],
        [day(45_327), 'Payable Credit Note', 'Forum host', 'FH-C7', null, 40.5, 1209.5, -40.5, 'Platform'],
        ['Total Subscriptions', null, null, null, 1250, 40.5, 1209.5, 1209.5],
      ],
    }),
};
