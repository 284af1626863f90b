import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { draw, giveElementsSize } from '../testing.tsx'
import { InventoryTree } from './InventoryTree.tsx'
import type { TreeNode } from './treeNode.ts'

const leaf = (name: string, more: Partial<TreeNode> = {}): TreeNode => ({ key: name, name, icon: CubesIcon, href: `/${name}`, ...more })
const branch = (name: string, nodes: readonly TreeNode[], more: Partial<TreeNode> = {}): TreeNode => ({
  ...leaf(name, more),
  children: (most) => ({ queryKey: ['tree', name, most], queryFn: () => Promise.resolve({ nodes: nodes.slice(0, most), more: nodes.length > most }) }),
})
const onDrop = vi.fn()
const web = leaf('web', { drag: { kind: 'vm', id: '1', name: 'web' }, menu: (_, onClose) => <button type="button" onClick={onClose}>{'menu of web'}</button> })
const host = branch('host1', [web], { accepts: ({ kind }) => kind === 'vm', onDrop })
const other = branch('host2', [])
const cluster = branch('Default', [host, other])
const crowd = branch('Crowd', Array.from({ length: 150 }, (_, index) => leaf(`vm${index}`)))
const system = branch('System', [cluster, crowd])

const item = (name: string): Promise<HTMLElement> => screen.findByRole('treeitem', { name: new RegExp(`^${name}`) })
const key = async (name: string, init: { key: string; shiftKey?: boolean }): Promise<void> => void fireEvent.keyDown(await item(name), init)

beforeAll(giveElementsSize)

describe('InventoryTree', () => {
  test('opens lazily and walks by keys', async () => {
    await draw(<InventoryTree label="Inventory" roots={[system]} selectedKey={undefined} />)
    const root = await item('System')
    expect(root.getAttribute('aria-expanded')).toBe('true')
    root.focus()
    await key('System', { key: 'ArrowDown' })
    await waitFor(async () => expect(document.activeElement).toBe(await item('Default')))
    expect((await item('Default')).getAttribute('aria-level')).toBe('2')
    await key('Default', { key: 'ArrowRight' })
    await item('host1')
    await key('Default', { key: 'ArrowRight' })
    await waitFor(async () => expect(document.activeElement).toBe(await item('host1')))
    await key('host1', { key: 'ArrowLeft' })
    await waitFor(async () => expect(document.activeElement).toBe(await item('Default')))
    await key('Default', { key: 'ArrowLeft' })
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /^host1/ })).toBeNull())
    await key('Default', { key: 'c' })
    await waitFor(async () => expect(document.activeElement).toBe(await item('Crowd')))
  })

  test('* opens all siblings and Enter leads to the page', async () => {
    const { url } = await draw(<InventoryTree label="Inventory" roots={[system]} selectedKey="Default" path={[system]} />)
    expect((await item('Default')).getAttribute('aria-selected')).toBe('true')
    await key('Default', { key: '*' })
    await item('host2')
    await item('vm0')
    await key('host2', { key: 'Enter' })
    expect(url()).toBe('/host2')
  })

  test('reads on after a hundred children', async () => {
    await draw(<InventoryTree label="Inventory" roots={[crowd]} selectedKey={undefined} />)
    await item('vm0')
    await key('Crowd', { key: 'End' })
    const more = await screen.findByRole('treeitem', { name: 'Show more' })
    fireEvent.click(more)
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: 'Show more' })).toBeNull())
  })

  test('shows the object of the URL by opening what is above it', async () => {
    await draw(<InventoryTree label="Inventory" roots={[system]} selectedKey="web" path={[system, cluster, host]} />)
    expect((await item('web')).getAttribute('aria-current')).toBe('page')
  })

  test('Shift-F10 and right click open the actions of a node', async () => {
    await draw(<InventoryTree label="Inventory" roots={[web]} selectedKey={undefined} />)
    await key('web', { key: 'F10', shiftKey: true })
    fireEvent.click(await screen.findByRole('button', { name: 'menu of web' }))
    expect(screen.queryByRole('button', { name: 'menu of web' })).toBeNull()
    fireEvent.contextMenu(await item('web'))
    expect(await screen.findByRole('button', { name: 'menu of web' })).toBeTruthy()
  })

  test('a node is dropped only where it is accepted', async () => {
    await draw(<InventoryTree label="Inventory" roots={[cluster]} selectedKey="web" path={[cluster, host]} />)
    const dataTransfer = { setData: vi.fn(), effectAllowed: 'none' }
    fireEvent.dragStart(await item('web'), { dataTransfer })
    fireEvent.drop(await item('Default'), { dataTransfer })
    expect(onDrop).not.toHaveBeenCalled()
    fireEvent.dragStart(await item('web'), { dataTransfer })
    fireEvent.drop(await item('host1'), { dataTransfer })
    expect(onDrop).toHaveBeenCalledWith({ kind: 'vm', id: '1', name: 'web' })
  })

  test('the filter asks for nodes by name and shows where they are', async () => {
    const find = (text: string) => ({ queryKey: ['find', text], queryFn: () => Promise.resolve({ nodes: [leaf('web', { trail: 'Default / host1' })].filter(({ name }) => name.includes(text)), more: false }) })
    await draw(<InventoryTree label="Inventory" roots={[system]} selectedKey={undefined} find={find} />)
    fireEvent.change(await screen.findByRole('textbox', { name: 'Filter by name' }), { target: { value: 'we' } })
    expect((await item('web')).textContent).toContain('Default / host1')
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter by name' }), { target: { value: 'zzz' } })
    expect(await screen.findByText('Nothing found')).toBeTruthy()
  })
})
