import "./section-nav.css";

/** Links to the sections of a page, each at its own address; the open one is marked. */
export function SectionNav({
	label,
	sections,
	current,
}: {
	label: string;
	sections: { name: string; title: string }[];
	current: string;
}) {
	return (
		<nav className="section-nav" aria-label={label}>
			<ul>
				{sections.map(({ name, title }) => (
					<li key={name}>
						<a href={`#${name}`} aria-current={name === current ? "page" : undefined}>
							{title}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
