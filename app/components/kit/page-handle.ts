/** What a route tells the document shell about itself: `export const handle: PageHandle = { scripts: true }`. */
export interface PageHandle {
  /** Whether the page needs scripts in the browser; a page that reads ships none. */
  scripts?: boolean | ((query: URLSearchParams) => boolean)
  /** Office pages: 14 px tables, narrow margins, the whole width. */
  dense?: boolean
}
