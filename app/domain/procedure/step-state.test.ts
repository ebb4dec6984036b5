import { describe, expect, it } from 'vitest'
import { isStepDone, moveStep, STEP_MOVES, STEP_STATES, STEP_TABLE, stepMovesFrom } from './step-state'

describe('moveStep', () => {
  it('goes from pending over receipt and supplement to the result', () => {
    expect(moveStep('pending', 'receive')).toEqual({ ok: true, value: 'received' })
    expect(moveStep('received', 'ask_supplement')).toEqual({ ok: true, value: 'supplement' })
    expect(moveStep('supplement', 'supply')).toEqual({ ok: true, value: 'received' })
    expect(moveStep('received', 'record_result')).toEqual({ ok: true, value: 'result' })
    expect(moveStep('pending', 'set_aside')).toEqual({ ok: true, value: 'not_required' })
  })

  it('refuses every move the table does not have', () => {
    const allowed = STEP_STATES.flatMap((s) => stepMovesFrom(s).map((m) => `${s} ${m}`))
    expect(allowed).toHaveLength(5)
    for (const state of STEP_STATES) {
      for (const move of STEP_MOVES) {
        const moved = moveStep(state, move)
        expect(moved.ok).toBe(allowed.includes(`${state} ${move}`))
        if (!moved.ok) expect(moved.refusal.code).toBe('state-forbids')
      }
    }
  })

  it('ends in a result or as not required', () => {
    expect(Object.keys(STEP_TABLE).filter((s) => isStepDone(s as keyof typeof STEP_TABLE))).toEqual([
      'result',
      'not_required',
    ])
  })
})
