/**
 * An address for `node --import`: has a script write what it used when it ends.
 * @param file gets a `NodeJS.ResourceUsage` as JSON: the processor time and the peak memory of the process
 */
export const tellUse = (file: string): string =>
  `data:text/javascript,${encodeURIComponent(
    `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(file)},JSON.stringify(process.resourceUsage())))`,
  )}`;
