const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const boolean = { type: 'boolean' }
const integer = { type: 'integer' }
const day = { type: 'string', format: 'date' }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
})
const query = (name: string, schema: object, required = true) => ({ name, in: 'query', required, schema })
const json = (schema: object, description: string) => ({ description, content: { 'application/json': { schema } } })
const refused = {
  description: 'An unknown parameter, a value that is not right, or a time the calendar is not published for.',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

/** The paths and shapes of calendar, clock, procedures, roadmap and receipts. */
export const openApiTime = {
  paths: {
    '/calendar': {
      get: {
        operationId: 'calendar',
        summary: 'What each day is: ordinary, weekend, holiday, compensatory or swapped',
        parameters: [query('from', day), query('to', day)],
        responses: { 200: json(ref('CalendarDays'), 'Days'), 422: refused },
      },
    },
    '/clock': {
      get: {
        operationId: 'clock',
        summary: 'The day a limit ends, with every day on the way',
        parameters: [
          query('received', day),
          query('limit', { type: 'integer', minimum: 1, maximum: 3650 }),
          query('unit', { enum: ['day', 'working_day'] }),
        ],
        responses: { 200: json(ref('Deadline'), 'A deadline'), 422: refused },
      },
    },
    '/procedures': {
      get: {
        operationId: 'procedures',
        summary: 'Procedure versions in force on a day (today when none is given)',
        parameters: [
          query('on', day, false),
          query('page', { type: 'integer', minimum: 1, default: 1 }, false),
          query('perPage', { type: 'integer', minimum: 1, maximum: 200, default: 200 }, false),
        ],
        responses: { 200: json(ref('Procedures'), 'Procedure versions'), 422: refused },
      },
    },
    '/roadmap': {
      post: {
        operationId: 'roadmap',
        summary: 'The procedures of a project, one after another, by its facts; nothing is kept',
        requestBody: { required: true, content: { 'application/json': { schema: ref('RoadmapFacts') } } },
        responses: { 200: json(ref('Roadmap'), 'A roadmap'), 422: refused },
      },
    },
    '/receipts/{number}': {
      get: {
        operationId: 'receipt',
        summary: 'A submission receipt and its place in the chain; no names',
        parameters: [{ name: 'number', in: 'path', required: true, schema: string }],
        responses: {
          200: json(ref('Receipt'), 'A receipt'),
          404: { description: 'Not there.', content: { 'application/problem+json': { schema: ref('Problem') } } },
        },
      },
    },
  },
  schemas: {
    CalendarDays: object({
      days: listOf(
        object({
          date: day,
          working: boolean,
          kind: { enum: ['ordinary', 'weekend', 'holiday', 'compensatory', 'swap_off', 'swap_work'] },
          name: orNull(ref('Text')),
          status: orNull(string),
          source: orNull(string),
        }),
      ),
      from: day,
      to: day,
      knownFrom: day,
      knownUntil: day,
    }),
    Deadline: object({
      received: day,
      starts: day,
      due: day,
      provisional: { ...boolean, description: 'A day on the way has no official word yet.' },
      days: listOf(object({ date: day, counted: boolean, why: string })),
    }),
    Procedures: object({
      on: day,
      items: listOf({ type: 'object' }),
      total: integer,
      page: integer,
      perPage: integer,
    }),
    RoadmapFacts: object(
      {
        role: { enum: ['tenant', 'developer'] },
        zoneKind: string,
        foreign: boolean,
        sector: string,
        wastewaterM3PerDay: orNull({ type: 'number' }),
        gasM3PerHour: orNull({ type: 'number' }),
        constructionClass: orNull(string),
        constructionDays: { type: 'integer', minimum: 1, maximum: 3650 },
        specialProcedure: boolean,
        exportProcessing: boolean,
        stateLandInBorderCommune: { type: 'boolean', default: false },
        startDay: day,
      },
      ['role', 'zoneKind', 'foreign', 'constructionDays', 'startDay'],
    ),
    Roadmap: object({
      steps: listOf(
        object({
          code: string,
          version: string,
          agency: { type: 'object' },
          limit: orNull({ type: 'object' }),
          dependsOn: listOf(string),
          startsDay: day,
          endsDay: day,
          optional: boolean,
        }),
      ),
      criticalPath: listOf(string),
      workingDays: integer,
    }),
    Receipt: object({
      number: string,
      submittedAt: { type: 'string', format: 'date-time' },
      position: integer,
      hash: string,
      previousHash: orNull(string),
      chainValid: boolean,
    }),
  },
}
