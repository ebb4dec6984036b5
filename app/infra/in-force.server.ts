/** Rows that hold on a day: from it or before, and open or until it or later. */
export const inForceOn = (day: Date) => ({
  fromDay: { lte: day },
  OR: [{ untilDay: null }, { untilDay: { gte: day } }],
})
