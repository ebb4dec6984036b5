export type NodeName = 'substation' | 'waterSource' | 'wastewaterPlant'

/** The sign of each kind of utility node: a path around the middle of a disc of 11. */
export const NODE_GLYPHS: Record<NodeName, string> = {
  substation: 'M1.5-7-4.5 1.5H-.5L-1.5 7 4.5-1.5H.5z',
  waterSource: 'M0-7C2.5-3.5 4.5-1 4.5 1.8a4.5 4.5 0 0 1-9 0C-4.5-1-2.5-3.5 0-7z',
  wastewaterPlant:
    'M-6-3c2-2 4-2 6 0s4 2 6 0v2.5c-2 2-4 2-6 0s-4-2-6 0zm0 5c2-2 4-2 6 0s4 2 6 0v2.5c-2 2-4 2-6 0s-4-2-6 0z',
}
