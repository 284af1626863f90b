import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import { featureProps } from '../../blocks/featureProps.ts'
import { StatusIcon, useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { isOutdated } from '../../domain/version.ts'
import { useText } from '../../i18n/text.ts'
import { statusFeature, toDataCenterStatus } from './dataCenterStatus.ts'
import './dataCenters.css'

interface DataCenterProps { readonly dataCenter: DataCenter }

/** Icon of a data center. */
export const DataCenterIcon = ({ dataCenter }: DataCenterProps) => {
  const id = statusFeature(dataCenter.status)
  return <span {...(id !== undefined && featureProps({ id }))}><StatusIcon status={toDataCenterStatus(dataCenter)} /></span>
}

/** Status as a word. */
export const DataCenterStatusCell = ({ dataCenter }: DataCenterProps) => useStatusWord()(toDataCenterStatus(dataCenter))

/** A sign where a newer compatibility level is possible. */
export const DataCenterSigns = ({ dataCenter }: DataCenterProps) => {
  const { t } = useText()
  if (!isOutdated(dataCenter.version, dataCenter.supportedVersions)) return null
  const words = t('dc.sign.level')
  return <span className="dc-sign" title={words}><ExclamationTriangleIcon aria-hidden /><span className="pf-v6-u-screen-reader">{words}</span></span>
}

/** Storage of one host's own disks, or storage that all hosts share. */
export const StorageTypeCell = ({ dataCenter }: DataCenterProps) => useText().t(dataCenter.local ? 'dc.storage.local' : 'dc.storage.shared')
