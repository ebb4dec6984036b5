// What is typed into the sentence and not yet asked survives a reload, a change of language and signing in: it is kept in
// the tab under the address it was typed at, and forgotten once it is asked. Without scripts the address of the last
// question carries the need.
const KEY = 'match-typed'
const form = document.querySelector('form[role="search"]')

const fieldsOf = (data) => [...data].filter(([name]) => name !== '')

if (form) {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
  if (kept && kept.at === location.search) {
    const typed = new Map()
    for (const [name, value] of kept.fields) typed.set(name, [...(typed.get(name) ?? []), value])
    for (const field of form.elements) {
      if (!field.name) continue
      const values = typed.get(field.name) ?? []
      if (field.type === 'checkbox') field.checked = values.includes(field.value)
      else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value)
      else field.value = values[0] ?? ''
    }
  }
  form.addEventListener('input', () => {
    sessionStorage.setItem(KEY, JSON.stringify({ at: location.search, fields: fieldsOf(new FormData(form)) }))
  })
  form.addEventListener('submit', () => sessionStorage.removeItem(KEY))
}
