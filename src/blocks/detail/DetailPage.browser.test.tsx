import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useParams } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import { EngineFault } from '../../engine/fault.ts'
import type { Action } from '../action.ts'
import type { TabContribution } from '../feature.ts'
import { draw } from '../testing.tsx'
import { DetailPage } from './DetailPage.tsx'
import { FactCards } from './FactCards.tsx'
import type { FactCard } from './FactCards.tsx'

interface Machine { readonly id: string; readonly name: string }
const read = vi.fn((id: string): Promise<Machine> => Promise.resolve({ id, name: 'web1' }))
const source = { type: 'vm' as const, detail: (id: string) => ({ queryKey: ['vm', id] as const, queryFn: () => read(id), placeholderData: () => undefined }) }
const Dialog = ({ onClose }: { readonly onClose: () => void }) => <button type="button" onClick={onClose}>{'close dialog'}</button>
const actions: readonly Action<Machine>[] = [{ id: 'button.edit', group: 'edit', takes: 'one', dialog: () => Promise.resolve({ Dialog }) }]

let fails = true
const Broken = () => {
  if (fails) throw new Error('broken tab')
  return <p>{'mended'}</p>
}
const tabs: readonly TabContribution[] = [
  { parent: 'vm', id: 'entities.host', path: 'snapshots', order: 2, load: () => Promise.resolve({ Tab: Broken }) },
  { parent: 'vm', id: 'entities.cluster', path: 'disks', order: 1, load: () => Promise.resolve({ Tab: ({ parentName }) => <p>{`disks of ${parentName}`}</p> }) },
]
const Page = () => {
  const { '*': tab = '' } = useParams()
  return (
    <DetailPage
      id="1" source={source} icon={CubesIcon} actions={actions} tabs={tabs} tab={tab === '' ? undefined : tab} hrefOf={(path) => `/${path}`}
      statusOf={() => ({ type: 'vm', kind: 'up', word: 'word_of_a_newer_engine' })}
    />
  )
}

describe('DetailPage', () => {
  test('names the object, its status and its tabs in order; the first tab is open', async () => {
    await draw(<Page />)
    expect(await screen.findByRole('heading', { level: 1, name: 'web1' })).toBeTruthy()
    expect(screen.getByText('word_of_a_newer_engine')).toBeTruthy()
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Clusters', 'Hosts'])
    expect(await screen.findByText('disks of web1')).toBeTruthy()
  })

  test('a tab that fails says so in its place and can be tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { url } = await draw(<Page />)
    fireEvent.click(await screen.findByRole('tab', { name: 'Hosts' }))
    expect(url()).toBe('/snapshots')
    expect(await screen.findByText('The portal made a mistake')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'web1' })).toBeTruthy()
    fails = false
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await screen.findByText('mended')).toBeTruthy()
    vi.restoreAllMocks()
  })

  test('arrow keys move between tabs', async () => {
    await draw(<Page />)
    const first = await screen.findByRole('tab', { name: 'Clusters' })
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Hosts' }))
  })

  test('a dialog of the object is in the URL and survives a reload', async () => {
    const { url } = await draw(<Page />)
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
    expect(await screen.findByRole('button', { name: 'close dialog' })).toBeTruthy()
    expect(url()).toBe('/?do=button.edit')
    fireEvent.click(screen.getByRole('button', { name: 'close dialog' }))
    await waitFor(() => expect(url()).toBe('/'))
  })

  test('an object that is gone says so', async () => {
    read.mockRejectedValueOnce(new EngineFault({ kind: 'missing', status: 404 }))
    await draw(<Page />)
    expect(await screen.findByText('The object does not exist any more')).toBeTruthy()
  })
})

test('cards of facts show a dash for nothing, what comes with the next start, and leave out what is not offered', async () => {
  const cards: readonly FactCard<Machine>[] = [{
    id: 'entity.vm',
    facts: [
      { id: 'field.name', value: ({ name }) => name, next: () => 'web2' },
      { id: 'field.comment', value: () => '' },
      { id: 'field.size', value: () => '1', offered: () => false },
    ],
  }]
  const onEdit = vi.fn()
  await draw(<FactCards cards={cards} row={{ id: '1', name: 'web1' }} onEdit={onEdit} />)
  expect((await screen.findByText('Name')).closest('[data-feature]')?.textContent).toBe('Nameweb1From the next start: web2')
  expect(screen.getByText('Comment').closest('[data-feature]')?.textContent).toBe('Comment–')
  expect(screen.queryByText('Size')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Edit: Virtual machine' }))
  expect(onEdit).toHaveBeenCalledWith('entity.vm')
})
