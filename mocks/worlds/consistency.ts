/** The consistency rules of an inventory, in the order of the sample topology. A world that the engine made breaks none of them. */
import type { World } from '../engine/world.ts'
import { figuresAreReproducible, hostFiguresAddUp, memoryOfVmsFitsTheirHost, runningVmsHaveTheirHost, stoppedVmsLeaveNothingBehind } from './rules/compute.ts'
import { networksReachTheirUsers } from './rules/network.ts'
import { eventsTellTheTruth, idsAreWellKnown, poolsKeepTheirShape } from './rules/records.ts'
import { storageAddsUp, vmsHaveTheirLayers } from './rules/storage.ts'
import type { Violation } from './rules/violation.ts'

export const rules: readonly ((world: World) => Violation[])[] = [
  runningVmsHaveTheirHost, memoryOfVmsFitsTheirHost, hostFiguresAddUp, storageAddsUp, vmsHaveTheirLayers, stoppedVmsLeaveNothingBehind,
  networksReachTheirUsers, eventsTellTheTruth, idsAreWellKnown, poolsKeepTheirShape, figuresAreReproducible,
]

/** Everything that is wrong with a world; empty when all rules hold. For tests after each of their steps. */
export const checkWorld = (world: World): Violation[] => rules.flatMap((rule) => rule(world))
