/** Data centers, to read. Source: BackendDataCentersResource, DataCenterMapper. */
import { collection, wholeTable } from '../registry.ts'

collection('datacenters', { ...wholeTable('dataCenters'), type: 'DataCenter', object: 'data_center', search: 'datacenters', show: (row) => row })
