// Faxes as files: TIFF with Group 4 compression at fax resolution, and a small PDF of one page.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf';

/**
 * Draws each page in black on white and packs them into one file with tiffcp (libtiff), the encoder that knows Group 4.
 * @param {string} filePath
 * @param {readonly (readonly string[])[]} pages lines of text
 * @param {string} workDir
 */
export function writeFaxTiff(filePath, pages, workDir) {
  mkdirSync(dirname(filePath), { recursive: true });
  const drawn = pages.map((lines, i) => drawPage(lines, join(workDir, `page-${String(i)}`)));
  execFileSync('tiffcp', ['-c', 'g4', ...drawn, filePath]);
}

/** @param {readonly string[]} lines @param {string} base */
function drawPage(lines, base) {
  writeFileSync(`${base}.txt`, lines.join('\n'));
  const draw = [
    `drawtext=fontfile=${FONT}:textfile=${base}.txt:expansion=none:fontsize=62:line_spacing=34:x=160:y=240:fontcolor=black`,
    'drawbox=x=160:y=150:w=1400:h=6:color=black:t=fill',
    // Black or white before the change to one bit: dithered grey would make a page ten times as large.
    "format=gray,lut=y='if(gt(val,128),255,0)'",
  ];
  const input = ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=white:s=1728x1143', '-vf', draw.join(',')];
  const output =
    '-frames:v 1 -pix_fmt monob -c:v tiff -compression_algo raw -dpi 204 -fflags +bitexact -update 1';
  execFileSync('ffmpeg', [...input, ...output.split(' '), `${base}.tif`]);
  return `${base}.tif`;
}

/** @param {string} text */
const pdfString = (text) => `(${text.replace(/[()\\]/g, '\\$&')})`;

/**
 * One A4 page of Courier.
 * @param {string} filePath
 * @param {readonly string[]} lines
 */
export function writeFaxPdf(filePath, lines) {
  mkdirSync(dirname(filePath), { recursive: true });
  const text = lines.map((line) => `${pdfString(line)} Tj T*`).join('\n');
  const content = `BT /F1 14 Tf 22 TL 72 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  writeFileSync(filePath, body + table + trailer, { encoding: 'latin1', flag: 'wx' });
}
