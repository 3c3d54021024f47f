/** Queries to which a medical library has no answer: other subjects, other senses of its words, and noise. */
export const OFF_TOPIC_QUERIES = `
how to change a flat tyre
best pizza in town
train times to the airport
cheap flights to lisbon
python list comprehension examples
how do i reset my wifi router
football results last night
who won the election
stock market crash
mortgage rates this week
how to knit a scarf
banana bread recipe
chocolate chip cookies without eggs
car engine does not start
lawn mower spare parts
what time is it in tokyo
how long does it take to walk across the whole city from east to west
capital city of australia
how tall is the eiffel tower
history of the roman empire
second world war timeline
lyrics of a love song
guitar chords for beginners
piano lessons near me
used cars for sale
laptop battery replacement
printer says paper jam
screen of my phone is cracked
how to install linux
excel pivot table tutorial
javascript array sort
sql join two tables
fix a leaking tap
paint a wooden fence
build a garden shed
tomato plants in pots
when to prune roses
how to train a puppy
cat litter box smell
goldfish tank setup
chess opening strategy
sudoku puzzle hard
crossword clue seven letters
is it better to rent or to buy a house when interest rates are high
new netflix series
video game release date
concert tickets berlin
hotel with swimming pool
visa requirements for japan
passport renewal form
tax return deadline
open a bank account
bitcoin price today
how to write a cover letter
job interview questions
salary negotiation
patent lawyer cost
parking ticket appeal
bus timetable sunday
driving licence test
bicycle chain repair
running shoes sale
how much paint do i need for a bedroom with two windows and a door
camping tent for four
fishing licence
photoshop remove background
wedding invitation wording
what is the best way to learn to play the guitar as an adult
christmas tree decorations
halloween costume
translate good morning into french
why does my computer get slow when i open many tabs in the browser
square root of 144
solve quadratic equation
periodic table of elements
speed of light in vacuum
how far is the moon
black hole photograph
dinosaur names
lava lamp repair
shipping container dimensions
concrete mix ratio
where can i see the northern lights and what month should i go
solar panel installation
washing machine error code
dishwasher does not drain
sofa bed delivery
curtain rail fitting
password manager comparison
email attachment too large
asdf qwer zxcv
xyzzy plugh
blargh fnord wibble
lorem ipsum dolor sit amet
my landlord will not fix the heating in the flat before winter what are my rights
can i return a jacket that i bought online without the receipt
1234567890
how do i stop my neighbours dog from barking in the garden every morning
which second hand car should a young driver with little money buy first
!!! ???
`
	.trim()
	.split("\n");
