# Figures of fixtures/outcomes, computed with base R and sandwich. Writes test/members/fixtures.csv (name, value).
# Run from the project: Rscript test/members/fixtures.R
options(digits = 15)
out <- list()
put <- function(name, value) out[[name]] <<- as.numeric(value)
fixture <- function(name) read.csv(file.path("fixtures/outcomes", name), colClasses = "character")

# One period: survey.csv
survey <- fixture("survey.csv")
survey$earnings <- as.numeric(gsub("[$,]", "", survey$earnings))
survey$chargeback <- as.numeric(survey$chargeback)
member <- survey$cohort != "non_member"
t <- t.test(survey$earnings[member], survey$earnings[!member])
put("survey.earnings.difference", diff(rev(t$estimate)))
put("survey.earnings.low", t$conf.int[1])
put("survey.earnings.high", t$conf.int[2])
put("survey.earnings.p", t$p.value)
caps <- quantile(survey$earnings, c(0.01, 0.99))
capped <- pmin(pmax(survey$earnings, caps[1]), caps[2])
w <- t.test(capped[member], capped[!member])
put("survey.winsorized.low_cap", caps[1])
put("survey.winsorized.high_cap", caps[2])
put("survey.winsorized.difference", diff(rev(w$estimate)))
put("survey.winsorized.low", w$conf.int[1])
put("survey.winsorized.high", w$conf.int[2])

# Within country, weighted by members
parts <- do.call(rbind, lapply(split(seq_len(nrow(survey)), survey$country), function(i) {
  a <- survey$earnings[i][member[i]]; b <- survey$earnings[i][!member[i]]
  data.frame(n = length(a), d = mean(a) - mean(b), va = var(a) / length(a), vb = var(b) / length(b),
             dfa = length(a) - 1, dfb = length(b) - 1)
}))
wt <- parts$n / sum(parts$n)
d <- sum(wt * parts$d)
v <- c(wt^2 * parts$va, wt^2 * parts$vb)
df <- sum(v)^2 / sum(v^2 / c(parts$dfa, parts$dfb))
put("survey.within.difference", d)
put("survey.within.low", d - qt(0.975, df) * sqrt(sum(v)))
put("survey.within.high", d + qt(0.975, df) * sqrt(sum(v)))

# Shares: Newcombe's method 10 from Wilson's intervals, Katz, E-value, Pearson's test
x <- c(sum(survey$chargeback[member]), sum(survey$chargeback[!member]))
n <- c(sum(member), sum(!member))
wa <- prop.test(x[1], n[1], correct = FALSE)$conf.int
wb <- prop.test(x[2], n[2], correct = FALSE)$conf.int
p <- x / n
put("survey.chargeback.difference", p[1] - p[2])
put("survey.chargeback.low", p[1] - p[2] - sqrt((p[1] - wa[1])^2 + (wb[2] - p[2])^2))
put("survey.chargeback.high", p[1] - p[2] + sqrt((wa[2] - p[1])^2 + (p[2] - wb[1])^2))
put("survey.chargeback.p", prop.test(x, n, correct = FALSE)$p.value)
rr <- p[1] / p[2]
se <- sqrt(1 / x[1] - 1 / n[1] + 1 / x[2] - 1 / n[2])
put("survey.chargeback.ratio", rr)
put("survey.chargeback.ratio_low", rr * exp(-qnorm(0.975) * se))
put("survey.chargeback.ratio_high", rr * exp(qnorm(0.975) * se))
put("survey.chargeback.e_value", 1 / rr + sqrt(1 / rr * (1 / rr - 1)))
yes <- survey$satisfied != ""
s <- c(sum(survey$satisfied[member & yes] == "yes"), sum(survey$satisfied[!member & yes] == "yes"))
ps <- c(t$p.value, prop.test(x, n, correct = FALSE)$p.value,
        prop.test(s, c(sum(member & yes), sum(!member & yes)), correct = FALSE)$p.value)
put("survey.holm.1", p.adjust(ps, "holm")[1])
put("survey.holm.2", p.adjust(ps, "holm")[2])
put("survey.holm.3", p.adjust(ps, "holm")[3])
put("survey.bh.3", p.adjust(ps, "BH")[3])

# Two periods: change against change
two <- fixture("two-periods.csv")
two$skill <- as.numeric(two$skill)
m <- merge(two[two$period == "2022", ], two[two$period == "2023", ], by = "person_id")
joined <- m$cohort.y != "non_member"
change <- m$skill.y - m$skill.x
t <- t.test(change[joined], change[!joined])
put("two.skill.people", sum(joined))
put("two.skill.difference", diff(rev(t$estimate)))
put("two.skill.low", t$conf.int[1])
put("two.skill.high", t$conf.int[2])

# Cohorts: difference of differences of means
co <- fixture("cohorts.csv")
e <- co[co$outcome == "earnings", ]
num <- function(x) as.numeric(gsub(",", "", x))
v <- num(e$sd)^2 / num(e$people)
d <- sum(num(e$value) * c(1, -1, -1, 1))
df <- sum(v)^2 / sum(v^2 / (num(e$people) - 1))
put("cohorts.earnings.difference", d)
put("cohorts.earnings.low", d - qt(0.975, df) * sqrt(sum(v)))
put("cohorts.earnings.high", d + qt(0.975, df) * sqrt(sum(v)))

# Counts over time
pub <- fixture("publications.csv")
total <- tapply(as.numeric(pub$publications), pub$year, sum)
fit <- lm(total ~ seq_along(total))
put("publications.slope", coef(fit)[2])
put("publications.low", confint(fit)[2, 1])
put("publications.high", confint(fit)[2, 2])

# Dose
g <- fixture("groups.csv")
g <- data.frame(level = as.numeric(g$groups), earnings = as.numeric(g$earnings), chargeback = as.numeric(g$chargeback))
fit <- lm(earnings ~ level, g)
se <- sqrt(sandwich::vcovHC(fit, type = "HC1")[2, 2])
put("groups.slope", coef(fit)[2])
put("groups.low", coef(fit)[2] - qt(0.975, fit$df.residual) * se)
put("groups.high", coef(fit)[2] + qt(0.975, fit$df.residual) * se)
put("groups.rho", cor(g$level, g$earnings, method = "spearman"))
put("groups.trend_p", prop.trend.test(tapply(g$chargeback, g$level, sum), table(g$level), as.numeric(names(table(g$level))))$p.value)

# Within person: changes of changes, net of each step's mean; delete-a-group jackknife by md5
top <- fixture("topics.csv")
top$level <- as.numeric(top$level); top$revenue <- as.numeric(top$revenue)
steps <- sort(unique(top$period))
d <- do.call(rbind, lapply(2:length(steps), function(k) {
  m <- merge(top[top$period == steps[k - 1], ], top[top$period == steps[k], ], by = "person_id")
  data.frame(person = m$person_id, step = k, x = m$level.y - m$level.x, y = m$revenue.y - m$revenue.x)
}))
slope <- function(d) coef(lm(y ~ x + factor(step), d))[["x"]]
md5 <- function(id) { f <- tempfile(); writeLines(id, f, sep = ""); h <- tools::md5sum(f); unlink(f); unname(h) }
group <- substr(vapply(d$person, md5, ""), 1, 2)
theta <- slope(d)
rep <- vapply(unique(group), function(k) slope(d[group != k, ]), 0)
G <- length(rep)
se <- sqrt((G - 1) / G * sum((rep - mean(rep))^2))
put("topics.slope", theta)
put("topics.low", theta - qt(0.975, G - 1) * se)
put("topics.high", theta + qt(0.975, G - 1) * se)

# Incidents per transaction: ratio estimator with people as clusters
i <- fixture("incidents.csv")
side <- function(rows) {
  x <- as.numeric(i$chargeback[rows]); y <- as.numeric(i$transactions[rows]); n <- length(x)
  r <- sum(x) / sum(y)
  c(r, sqrt(n / (n - 1) * sum((x - r * y)^2)) / sum(y), n - 1)
}
a <- side(i$cohort != "non_member"); b <- side(i$cohort == "non_member")
se <- sqrt(a[2]^2 + b[2]^2)
df <- se^4 / (a[2]^4 / a[3] + b[2]^4 / b[3])
put("incidents.difference", a[1] - b[1])
put("incidents.low", a[1] - b[1] - qt(0.975, df) * se)
put("incidents.high", a[1] - b[1] + qt(0.975, df) * se)
put("incidents.ratio", a[1] / b[1])
l <- sqrt((a[2] / a[1])^2 + (b[2] / b[1])^2)
put("incidents.ratio_low", a[1] / b[1] * exp(-qnorm(0.975) * l))
put("incidents.ratio_high", a[1] / b[1] * exp(qnorm(0.975) * l))

writeLines(c("name,value", sprintf("%s,%.15g", names(out), unlist(out))), "test/members/fixtures.csv")
