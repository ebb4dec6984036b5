import { expect, test } from 'vitest'
import { checkArea, readVertices, sideLengthsM, vertexAreaM2 } from './vn2000'

test('reads the table of a paper: semicolons, tabs or blanks, decimal comma, names of vertices, a closing vertex', () => {
  const wanted = [
    { x: 2378456.79, y: 407123.46 },
    { x: 2378456.79, y: 407223.46 },
    { x: 2378556.79, y: 407223.46 },
  ]
  const tables = [
    '2378456.79;407123.46\n2378456.79;407223.46\n2378556.79;407223.46',
    '1;2378456,79;407123,46\r\n2;2378456,79;407223,46\r\n\r\n3;2378556,79;407223,46\r\n1;2378456,79;407123,46',
    'M1\t2378456.79\t407123.46\nM2\t2378456.79\t407223.46\nM3\t2378556.79\t407223.46',
    '2378456.79 407123.46\n2378456.79  407223.46\n2378556.79, 407223.46',
    '2 378 456,79; 407 123,46\n2 378 456,79; 407 223,46\n2 378 556,79; 407 223,46',
  ]
  for (const table of tables) expect(readVertices(table), table).toEqual({ ok: true, value: wanted })
})

test('names the line that cannot be read, and says when there are too few or too many vertices', () => {
  expect(readVertices('2378456.79;407123.46\nX;Y\n')).toMatchObject({
    refusal: { code: 'vertices-line', field: 'vertices', values: { line: 2, text: 'X;Y' } },
  })
  for (const wrong of ['1;2;3;4', '2378456.79', '-1;2', '2.378.456,79;1', 'a;b']) {
    expect(readVertices(wrong), wrong).toMatchObject({ refusal: { code: 'vertices-line', values: { line: 1 } } })
  }
  expect(readVertices('')).toMatchObject({ refusal: { code: 'vertices-few', values: { count: 0 } } })
  expect(readVertices('1;2\n3;4\n1;2')).toMatchObject({ refusal: { code: 'vertices-few', values: { count: 2 } } })
  const many = Array.from({ length: 501 }, (_, i) => `${i};${i * i}`).join('\n')
  expect(readVertices(many)).toMatchObject({ refusal: { code: 'vertices-many', values: { max: 500 } } })
})

test('measures in the plane: area by the vertices in order, sides to the next vertex', () => {
  const vertices = [
    { x: 2378000, y: 407000 },
    { x: 2378000, y: 407200 },
    { x: 2378100, y: 407200 },
    { x: 2378100, y: 407000 },
  ]
  expect(vertexAreaM2(vertices)).toBe(20_000)
  expect(vertexAreaM2([...vertices].reverse())).toBe(20_000)
  expect(sideLengthsM(vertices)).toEqual([200, 100, 200, 100])
  expect(checkArea(20_300, 20_000)).toEqual({ declaredM2: 20_300, computedM2: 20_000, agrees: true })
  expect(checkArea(19_500, 20_000.4)).toEqual({ declaredM2: 19_500, computedM2: 20_000, agrees: false })
})
