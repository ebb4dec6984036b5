import { describe, expect, it } from 'vitest'
import { REFUSALS } from '~/domain/refusal'
import { LANGS } from '~/domain/text'
import { makeI18n, resources } from '~/locales/index'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [path, leaf] of leaves(value, `${prefix}${key}.`)) found.set(path, leaf)
  }
  return found
}

const namesIn = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()
const plural = /_(one|other)$/
const vi = resources.vi as unknown as Record<string, Tree>

describe.each(LANGS)('the sentences in %s', (lang) => {
  const own = resources[lang] as unknown as Record<string, Tree>

  it.each(Object.keys(vi))('%s: has the keys of Vietnamese, none empty', (namespace) => {
    const keys = leaves(own[namespace] ?? {})
    expect([...keys.keys()].sort()).toEqual([...leaves(vi[namespace] ?? {}).keys()].sort())
    expect([...keys].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key)).toEqual([])
  })

  it.each(Object.keys(vi))('%s: names the same values as Vietnamese', (namespace) => {
    const theirs = leaves(vi[namespace] ?? {})
    const differing = [...leaves(own[namespace] ?? {})]
      .filter(([key]) => !plural.test(key))
      .filter(([key, sentence]) => namesIn(sentence).join() !== namesIn(theirs.get(key) ?? '').join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('has a sentence for every refusal and none for others', () => {
    expect(Object.keys(own.refusal ?? {}).sort()).toEqual(Object.keys(REFUSALS).sort())
  })

  it('throws where a key is missing', () => {
    const { t } = makeI18n(lang)
    const loose = t as (key: string) => string
    expect(loose('form.save')).not.toBe('form.save')
    expect(() => loose('form.thereIsNoSuchKey')).toThrow('form.thereIsNoSuchKey')
  })
})
