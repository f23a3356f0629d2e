/** Web pages of chats side by side, for the browser to take a picture of. */

/** One chat of a picture. */
export interface Column {
  readonly caption: string;
  /** What the chat shows, as HTML. */
  readonly body: string;
}

export interface Sheet {
  readonly columns: readonly Column[];
  readonly language: string;
  /** Pixels of one column. */
  readonly columnWidth: number;
  readonly style: string;
}

const GAP = 16;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function widthOf({ columns, columnWidth }: Sheet): number {
  return columns.length * (columnWidth + GAP) + GAP;
}

/** Only flat colours and one font, so that a palette of few colours shows everything. */
export function toHtml(sheet: Sheet): string {
  const columns = sheet.columns.map(
    ({ caption, body }) => `<section><h1>${escapeHtml(caption)}</h1><div class="chat">${body}</div></section>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(sheet.language)}">
<meta charset="utf-8">
<style>
* { box-sizing: border-box; margin: 0; padding: 0; }
body { font: 15px/1.38 "Noto Sans", "Noto Sans CJK SC", "Noto Color Emoji", sans-serif; background: #fff;
  padding: ${GAP}px; display: flex; gap: ${GAP}px; align-items: flex-start; width: ${widthOf(sheet)}px; }
section { width: ${sheet.columnWidth}px; flex: none; }
h1 { font-size: 13px; font-weight: 600; color: #555; padding: 0 2px 6px; }
.chat { padding: 12px; border-radius: 10px; overflow: hidden; }
${sheet.style}
</style>
<body>${columns.join("")}</body>
<script>document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>
</html>`;
}
