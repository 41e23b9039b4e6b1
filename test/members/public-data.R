# The public data beside the project, computed with base R and sandwich. Writes test/members/public-data.csv.
# Run from the project: Rscript test/members/public-data.R
out <- list()
put <- function(name, value) out[[name]] <<- as.numeric(value)
folder <- "../shared/data"

# Developer survey: yearly pay of those with and without an account
d <- read.csv(file.path(folder, "developer-survey-outcomes.csv"))
member <- d$cohort != "non_member"
compare <- function(name, y, a, b) {
  t <- t.test(y[a], y[b])
  put(paste0(name, ".difference"), t$estimate[1] - t$estimate[2])
  put(paste0(name, ".low"), t$conf.int[1])
  put(paste0(name, ".high"), t$conf.int[2])
}
compare("survey.members", d$earnings, member, !member)
compare("survey.active", d$earnings, d$cohort == "active", !member)
compare("survey.lurker", d$earnings, d$cohort == "lurker", !member)
caps <- quantile(d$earnings, c(0.01, 0.99))
put("survey.low_cap", caps[1])
put("survey.high_cap", caps[2])
compare("survey.capped", pmin(pmax(d$earnings, caps[1]), caps[2]), member, !member)

# Dose: how often they take part
l <- d[!is.na(d$level), ]
fit <- lm(earnings ~ level, l)
se <- sqrt(sandwich::vcovHC(fit, type = "HC1")[2, 2])
put("dose.slope", coef(fit)[2])
put("dose.low", coef(fit)[2] - qt(0.975, fit$df.residual) * se)
put("dose.high", coef(fit)[2] + qt(0.975, fit$df.residual) * se)
put("dose.rho", cor(l$level, l$earnings, method = "spearman"))

# Workplace programme: change against change, and who left
w <- read.csv(file.path(folder, "workplace-programme-outcomes.csv"))
m <- merge(w[w$period == 2016, ], w[w$period == 2017, ], by = "person_id")
joined <- m$cohort.y != "non_member"
compare("programme.gym", m$gym_visits.y - m$gym_visits.x, joined, !joined)
compare("programme.gym_gap", m$gym_visits.y, joined, !joined)
x <- c(sum(m$left_job.y[joined], na.rm = TRUE), sum(m$left_job.y[!joined], na.rm = TRUE))
n <- c(sum(!is.na(m$left_job.y[joined])), sum(!is.na(m$left_job.y[!joined])))
p <- x / n
wa <- prop.test(x[1], n[1], correct = FALSE)$conf.int
wb <- prop.test(x[2], n[2], correct = FALSE)$conf.int
put("programme.left.difference", p[1] - p[2])
put("programme.left.low", p[1] - p[2] - sqrt((p[1] - wa[1])^2 + (wb[2] - p[2])^2))
put("programme.left.high", p[1] - p[2] + sqrt((wa[2] - p[1])^2 + (p[2] - wb[1])^2))

writeLines(c("name,value", sprintf("%s,%.15g", names(out), unlist(out))), "test/members/public-data.csv")
