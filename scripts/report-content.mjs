/** `npm run report:content`: writes `reports/content.html`, the page a clinician editor works from. */
import { importTypeScript } from "./run-typescript.mjs";

const { reportContent } = await importTypeScript("content-report.tsx");
process.exitCode = reportContent();
