/** The configuration that is used where it lies in the folder, without being named. */
export const CONFIG_NAME = 'community-roi.yaml';

/** What the names of the program's environment variables begin with. */
export const ENVIRONMENT = 'COMMUNITY_ROI_';
